// The number of the last message that was there at some time, found by halving: messages are asked for by their number, and
// of a note only the time is known.
import type { Message } from "../../api";

/** Reads the newest message whose number is smaller than `before`; the newest of all without it. */
type ReadOne = (before?: number) => Promise<Pick<Message, "seq" | "sent_at"> | undefined>;

/** Of the first message where there was none yet; null where there is none at all. */
export async function lastBefore(time: number, read: ReadOne): Promise<number | null> {
  const newest = await read();
  if (!newest) return null;
  if (newest.sent_at <= time) return newest.seq;
  let [earlier, later] = [0, newest.seq];
  let found: number | null = null;
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2);
    const message = await read(middle + 1);
    if (message && message.sent_at > time) {
      later = message.seq;
    } else {
      found = message?.seq ?? found;
      earlier = middle;
    }
  }
  return found ?? later;
}
