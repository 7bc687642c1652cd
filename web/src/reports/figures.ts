// The figures of a report by what they are about.
import type { Report } from "../api";

export interface TimesRow {
  label: string;
  times: Report["handovers"]["to_end"];
}

export function timesOf({ handovers }: Pick<Report, "handovers">): TimesRow[] {
  return [
    { label: "To an agent", times: handovers.to_assign },
    { label: "To the first reply", times: handovers.to_reply },
    { label: "To the end", times: handovers.to_end },
  ];
}
