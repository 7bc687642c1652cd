// How one conversation grows: pages and live messages meet here, each message exactly once, in order.
import type { Control, Message } from "../api";
import type { ControlChange, Thread } from "./state";

export const emptyThread: Thread = { messages: [], changes: [], more: false, loaded: false };

export function withNewest(thread: Thread, page: Message[], more: boolean): Thread {
  const newestKnown = thread.messages.at(-1)?.seq ?? -1;
  const oldestInPage = page[0]?.seq ?? Infinity;
  // Between what we had and this page there may be messages we never saw: begin again from the page.
  const gap = more && oldestInPage > newestKnown;
  const kept = gap ? thread.messages.filter((message) => message.seq > oldestInPage) : thread.messages;
  const keptIsOlder = !gap && thread.loaded && (kept[0]?.seq ?? Infinity) < oldestInPage;
  return { ...thread, messages: merged(kept, page), more: keptIsOlder ? thread.more : more, loaded: true };
}

export function withOlder(thread: Thread, page: Message[], more: boolean): Thread {
  return { ...thread, messages: merged(page, thread.messages), more, loaded: true };
}

export function withMessage(thread: Thread, message: Message): Thread {
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
