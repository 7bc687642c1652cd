// What stands in a conversation from top to bottom: days, messages, changes of control, messages on their way. Pure.
import type { Handover, Me, Message, Person } from "../../api";
import type { ControlChange, Pending, Thread } from "../../live";
import { daysBetween } from "../days";
import { changeInWords, joined, outcomeInWords, reasonInWords } from "../words";

export type Item =
  | { kind: "day"; key: string; at: number }
  | { kind: "change"; key: string; at: number; text: string }
  | { kind: "message"; key: string; at: number; message: Message; follows: boolean; followed: boolean }
  | { kind: "pending"; key: string; pending: Pending };

type Step = "needed" | "joined" | "over";
type Moment = { kind: "change"; key: string; at: number; text: string; step: Step };

const SAME_BREATH_MS = 5 * 60_000;
// The event and the record of one change are written together, but need not carry the very same millisecond.
const SAME_CHANGE_MS = 1_000;

export function timeline(thread: Thread, handovers: Handover[], pending: Pending[], me: Me): Item[] {
  const entries = interleaved(thread.messages, moments(thread, handovers, me));
  const items: Item[] = [];
  for (const entry of entries) {
    const before = items.at(-1);
    if (!before || before.kind === "pending" || daysBetween(before.at, entry.at) > 0) {
      items.push({ kind: "day", key: `day-${entry.key}`, at: entry.at });
    }
    if (entry.kind === "message") {
      const previous = items.at(-1);
      entry.follows = follows(previous, entry.message);
      if (previous?.kind === "message") previous.followed = entry.follows;
    }
    items.push(entry);
  }
  return [...items, ...pending.map((one) => ({ kind: "pending" as const, key: one.id, pending: one }))];
}

/** Messages keep the server's order; a change that happened in the same moment follows the customer and precedes the rest. */
function interleaved(messages: Message[], changes: Moment[]) {
  const waiting = changes.toSorted((a, b) => a.at - b.at);
  const entries: (Moment | ReturnType<typeof entryOf>)[] = [];
  for (const message of messages) {
    const until = message.sender.kind === "customer" ? message.sent_at - 1 : message.sent_at;
    while (waiting[0] && waiting[0].at <= until) entries.push(...waiting.splice(0, 1));
    entries.push(entryOf(message));
  }
  return [...entries, ...waiting];
}

function entryOf(message: Message) {
  return { kind: "message" as const, key: message.id, at: message.sent_at, message, follows: false, followed: false };
}

function follows(before: Item | undefined, message: Message): boolean {
  return (
    before?.kind === "message" &&
    before.message.sender.id === message.sender.id &&
    message.sent_at - before.message.sent_at < SAME_BREATH_MS
  );
}

/**
 * Changes of control, each told once. The handovers remember more; but of who joined they know only who has it now, so there
 * what was heard live is believed.
 */
function moments(thread: Thread, handovers: Handover[], me: Me): Moment[] {
  const from = thread.more ? (thread.messages[0]?.sent_at ?? Infinity) : 0;
  const remembered = handovers.flatMap((handover) => momentsOf(handover, thread.messages, me)).filter(({ at }) => at >= from);
  const heard = thread.changes.map((change) => heardMoment(change, me));
  return [
    ...remembered.filter((one) => one.step !== "joined" || !heard.some((other) => isSame(one, other))),
    ...heard.filter((one) => one.step === "joined" || !remembered.some((other) => isSame(one, other))),
  ];
}

function isSame(one: Moment, other: Moment): boolean {
  return one.step === other.step && Math.abs(one.at - other.at) < SAME_CHANGE_MS;
}

function heardMoment({ seq, at, control }: ControlChange, me: Me): Moment {
  const step = control?.phase === "waiting" ? "needed" : control?.phase === "agent" ? "joined" : "over";
  return { kind: "change", key: `change-${seq}`, at, text: changeInWords(control, me), step };
}

function momentsOf(handover: Handover, messages: Message[], me: Me): Moment[] {
  const { id, began_at, assigned_at, ended_at } = handover;
  const all: Moment[] = [];
  const add = (step: Step, at: number, text: string) => all.push({ kind: "change", key: `${id}-${step}`, at, text, step });
  if (handover.reason !== "agent_takeover") add("needed", began_at, reasonInWords(handover.reason));
  const first = firstAgent(handover, messages);
  if (assigned_at !== null && first) add("joined", assigned_at, joined(first, me));
  if (ended_at !== null) add("over", ended_at, outcomeInWords(handover.outcome));
  return all;
}

/** After a transfer the handover names the last agent; the first one is whoever replied first. */
function firstAgent({ agent, assigned_at, ended_at }: Handover, messages: Message[]): Person | null {
  const first = messages.find(
    ({ sender, sent_at }) => sender.kind === "agent" && sent_at >= (assigned_at ?? Infinity) && sent_at <= (ended_at ?? Infinity),
  );
  return first?.sender ?? agent;
}
