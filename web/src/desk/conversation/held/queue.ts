// Replies that are held back for some seconds so that they can be taken back. Pure: a list in, a list out.
import type { Attachment } from "../../../api";

export interface HeldReply {
  id: string;
  dialog: string;
  text: string;
  attachments: Attachment[];
  /** When it goes out. */
  due: number;
  /** It went out and the server has not confirmed it yet: it cannot be taken back any more. */
  isGoing: boolean;
}

export type Queue = readonly HeldReply[];

/** Whatever was held longer than this is old news: it is not sent any more but becomes a draft again. */
export const TOO_OLD_MS = 10 * 60_000;
/** Another window may hold it: that one has its turn first. */
const OTHERS_FIRST_MS = 5_000;

/** What was to go out in the same conversation before must not be overtaken: it is due now. */
export function hold(queue: Queue, reply: HeldReply, now: number): Queue {
  const hurried = queue.map((one) => (one.dialog === reply.dialog && !one.isGoing ? { ...one, due: Math.min(one.due, now) } : one));
  return [...hurried, reply];
}

export function without(queue: Queue, id: string): Queue {
  return queue.some((one) => one.id === id) ? queue.filter((one) => one.id !== id) : queue;
}

export function going(queue: Queue, id: string): Queue {
  return queue.map((one) => (one.id === id ? { ...one, isGoing: true } : one));
}

/** What can still be taken back in a conversation, the first first. */
export function heldIn(queue: Queue, dialog: string): HeldReply[] {
  return queue.filter((one) => one.dialog === dialog && !one.isGoing);
}

export function dueNow(queue: Queue, now: number): HeldReply[] {
  return queue.filter((one) => !one.isGoing && one.due <= now);
}

export function nextDue(queue: Queue): number | null {
  const dues = queue.filter((one) => !one.isGoing).map((one) => one.due);
  return dues.length > 0 ? Math.min(...dues) : null;
}

/** What another window, or this one before it was closed, has left behind. */
export function leftBehind(kept: Queue, own: Queue, now: number): { send: HeldReply[]; draft: HeldReply[] } {
  const mine = new Set(own.map(({ id }) => id));
  const left = kept.filter((one) => !mine.has(one.id) && one.due + OTHERS_FIRST_MS <= now);
  const isOld = (one: HeldReply) => one.due + TOO_OLD_MS < now;
  return { send: left.filter((one) => !isOld(one)), draft: left.filter(isOld) };
}

/** What is kept is read with care: another version may have written it. */
export function parsed(kept: string | null): Queue {
  try {
    const found: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(found) ? found.filter(isHeldReply) : [];
  } catch {
    return [];
  }
}

function isHeldReply(one: unknown): one is HeldReply {
  if (typeof one !== "object" || one === null) return false;
  const { id, dialog, text, due, isGoing, attachments } = one as Partial<Record<keyof HeldReply, unknown>>;
  const isText = [id, dialog, text].every((part) => typeof part === "string");
  return isText && typeof due === "number" && typeof isGoing === "boolean" && Array.isArray(attachments);
}
