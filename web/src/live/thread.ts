// How one conversation grows: pages and live messages meet here, each message exactly once, in order.
import type { Control, Dialog, Message } from "../api";
import type { ControlChange, Thread } from "./state";

/** About as many as come with the first page and are said while one looks on. */
const KEPT = 100;

export const emptyThread: Thread = { messages: [], changes: [], more: false, newer: false, loaded: false };

export function withNewest(thread: Thread, page: Message[], more: boolean): Thread {
  const newestKnown = thread.messages.at(-1)?.seq ?? -1;
  const oldestInPage = page[0]?.seq ?? Infinity;
  // Between what we had and this page there may be messages we never saw: begin again from the page.
  const gap = more && oldestInPage > newestKnown;
  const kept = gap ? thread.messages.filter((message) => message.seq > oldestInPage) : thread.messages;
  const keptIsOlder = !gap && thread.loaded && (kept[0]?.seq ?? Infinity) < oldestInPage;
  return { ...thread, messages: merged(kept, page), more: keptIsOlder ? thread.more : more, newer: false, loaded: true };
}

export function withOlder(thread: Thread, page: Message[], more: boolean): Thread {
  return { ...thread, messages: merged(page, thread.messages), more, loaded: true };
}

/** Where reading goes on towards the newest; what was heard meanwhile may already be behind the page that was read. */
export function withNewer(dialog: Dialog | undefined) {
  return (thread: Thread, page: Message[], more: boolean): Thread => {
    const messages = merged(thread.messages, page);
    return { ...thread, messages, newer: more || isBehind(messages, dialog), loaded: true };
  };
}

/** Begins again in the middle: there may be older and newer messages around the page. */
export function around(dialog: Dialog | undefined, page: { messages: Message[]; more: boolean; newer: boolean }) {
  const { messages, more } = page;
  const newer = page.newer || isBehind(messages, dialog);
  return (thread: Thread): Thread => ({ ...thread, messages, more, newer, loaded: true });
}

/** The end of a conversation, as it is when it has just been opened; null where the end is not loaded. */
export function newestOf(thread: Thread): Thread | null {
  if (thread.newer || !thread.loaded) return null;
  if (thread.messages.length <= KEPT) return thread;
  return { ...thread, messages: thread.messages.slice(-KEPT), more: true };
}

function isBehind(messages: Message[], dialog: Dialog | undefined): boolean {
  return (dialog?.last_message?.seq ?? 0) > (messages.at(-1)?.seq ?? 0);
}

export function withMessage(thread: Thread, message: Message): Thread {
  // Between what is loaded and this one there are others: it comes with their page.
  if (thread.newer && message.seq > (thread.messages.at(-1)?.seq ?? 0)) return thread;
  return { ...thread, messages: merged(thread.messages, [message]) };
}

export function withChange(thread: Thread, before: Control | null, change: ControlChange): Thread {
  const seen = thread.changes.some((other) => other.seq === change.seq);
  if (seen || sameHolder(before, change.control)) return thread;
  return { ...thread, changes: [...thread.changes, change] };
}

function sameHolder(one: Control | null, other: Control | null): boolean {
  if (one?.phase !== other?.phase) return false;
  if (one?.phase === "agent" && other?.phase === "agent") return one.agent.id === other.agent.id;
  return true;
}

function merged(one: Message[], other: Message[]): Message[] {
  const byId = new Map(one.map((message) => [message.id, message]));
  for (const message of other) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}
