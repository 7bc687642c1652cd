// What stands in a conversation from top to bottom: days, messages, notes, changes of control, what is on its way. Pure.
import type { Handover, Me, Message, Note, Rating } from "../../../api";
import type { Pending, Thread } from "../../../live";
import type { HeldReply } from "../held/queue";
import { isLoaded, moments, type Moment } from "./moments";

type MessageItem = { kind: "message"; key: string; at: number; message: Message; follows: boolean; followed: boolean };
type NoteItem = { kind: "note"; key: string; at: number; note: Note };
type Dated = MessageItem | NoteItem | Moment;

export type Item =
  | Dated
  | { kind: "day"; key: string; at: number }
  | { kind: "pending"; key: string; pending: Pending }
  | { kind: "held"; key: string; held: HeldReply };

export interface Told {
  thread: Thread;
  handovers: Handover[];
  notes: Note[];
  rating: Rating | null;
  pending: Pending[];
  held: HeldReply[];
}

const SAME_BREATH_MS = 5 * 60_000;

export function timeline({ thread, handovers, notes, rating, pending, held }: Told, me: Me): Item[] {
  const aside = [...moments(thread, handovers, rating, me), ...notes.filter((note) => isLoaded(thread, note.written_at)).map(noteItem)];
  const items: Item[] = [];
  let midnight = -Infinity;
  for (const entry of interleaved(thread.messages, aside)) {
    if (entry.at >= midnight) {
      items.push({ kind: "day", key: `day-${entry.key}`, at: entry.at });
      midnight = new Date(entry.at).setHours(24, 0, 0, 0);
    }
    if (entry.kind === "message") joinGroup(items.at(-1), entry);
    items.push(entry);
  }
  // What is on its way stands after the newest, and there is none while that is not loaded.
  if (thread.newer) return items;
  const onTheWay = new Set(pending.map(({ id }) => id));
  return [
    ...items,
    ...pending.map((one) => ({ kind: "pending" as const, key: one.id, pending: one })),
    ...held.filter(({ id }) => !onTheWay.has(id)).map((one) => ({ kind: "held" as const, key: one.id, held: one })),
  ];
}

/** Messages keep the server's order; what happened in the same moment follows the customer and precedes the rest. */
function interleaved(messages: Message[], aside: (Moment | NoteItem)[]): Dated[] {
  const waiting = aside.toSorted((one, other) => one.at - other.at);
  const entries: Dated[] = [];
  let told = 0;
  for (const message of messages) {
    const until = message.sender.kind === "customer" ? message.sent_at - 1 : message.sent_at;
    for (let next = waiting[told]; next && next.at <= until; next = waiting[++told]) entries.push(next);
    entries.push({ kind: "message", key: message.id, at: message.sent_at, message, follows: false, followed: false });
  }
  return [...entries, ...waiting.slice(told)];
}

function noteItem(note: Note): NoteItem {
  return { kind: "note", key: note.id, at: note.written_at, note };
}

function joinGroup(before: Item | undefined, item: MessageItem) {
  if (before?.kind !== "message") return;
  const { sender, sent_at } = before.message;
  const { message } = item;
  item.follows = sender.id === message.sender.id && message.sent_at - sent_at < SAME_BREATH_MS;
  before.followed = item.follows;
}
