// What stands in the composer of each conversation and was not sent. Pure.
import { NEW } from "./identity";
import type { Place } from "./outbox";

export type Written = Readonly<Record<string, string>>;

export function writtenIn(written: Written, place: Place): string {
  return written[place ?? NEW] ?? "";
}

export function withWritten(written: Written, place: Place, text: string): Written {
  const { [place ?? NEW]: _, ...others } = written;
  return text ? { ...others, [place ?? NEW]: text } : others;
}

/** What was written before there was a conversation goes on in it. */
export function begunIn(written: Written, dialog: string): Written {
  const text = writtenIn(written, null);
  return text ? withWritten(withWritten(written, null, ""), dialog, text) : written;
}
