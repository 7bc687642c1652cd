// What happened between the words: the AI Agent answered, a person was needed, somebody joined, it was over. Pure.
import type { Handover, Me, Message, Person, Rating } from "../../../api";
import type { ControlChange, Thread } from "../../../live";
import { changeInWords, joined, outcomeInWords, reasonInWords } from "../../words";

type Step = "answered" | "needed" | "joined" | "over";
export type Moment = { kind: "change"; key: string; at: number; text: string; comment: string | null; step: Step };

// The event and the record of one change are written together, but need not carry the very same millisecond.
const SAME_CHANGE_MS = 1_000;
const ANSWERS = new Set(["answer", "general_answer", "clarify", "external"]);

/**
 * Changes of control, each told once. The handovers remember more; but of who joined they know only who has it now, so there
 * what was heard live is believed.
 */
export function moments(thread: Thread, handovers: Handover[], rating: Rating | null, me: Me): Moment[] {
  const { messages } = thread;
  const rated = handovers.find(({ outcome }) => outcome === "solved" || outcome === "not_solved")?.id;
  const remembered = handovers.flatMap((one) => momentsOf(one, messages, one.id === rated ? rating : null, me));
  const heard = thread.changes.map((change) => heardMoment(change, me));
  const handed = [
    ...remembered.filter((one) => one.step !== "joined" || !heard.some((other) => isSame(one, other))),
    ...heard.filter((one) => one.step === "joined" || !remembered.some((other) => isSame(one, other))),
  ];
  return [...handed, ...answers(messages, handed)].filter(({ at }) => isLoaded(thread, at));
}

/** What lies beyond what is loaded would stand in the wrong place. */
export function isLoaded({ messages, more, newer }: Thread, at: number): boolean {
  const from = more ? (messages[0]?.sent_at ?? Infinity) : -Infinity;
  const to = newer ? (messages.at(-1)?.sent_at ?? -Infinity) : Infinity;
  return at >= from && at <= to;
}

/** The first answer of the AI Agent, and the first after a person's work was over. */
function answers(messages: Message[], handed: Moment[]): Moment[] {
  const overs = handed.filter(({ step }) => step === "over").map(({ at }) => at);
  let before = -Infinity;
  return messages.flatMap(({ id, ai, sender, sent_at: at }) => {
    if (!ai || !ANSWERS.has(ai.kind)) return [];
    const isFirst = before === -Infinity || overs.some((over) => over > before && over <= at);
    before = at;
    if (!isFirst) return [];
    return [{ kind: "change" as const, key: `${id}-answered`, at, text: `${sender.full_name} (AI Agent) answered`, comment: null, step: "answered" as const }];
  });
}

function isSame(one: Moment, other: Moment): boolean {
  return one.step === other.step && Math.abs(one.at - other.at) < SAME_CHANGE_MS;
}

function heardMoment({ seq, at, control }: ControlChange, me: Me): Moment {
  const step = control?.phase === "waiting" ? "needed" : control?.phase === "agent" ? "joined" : "over";
  return { kind: "change", key: `change-${seq}`, at, text: changeInWords(control, me), comment: null, step };
}

function momentsOf(handover: Handover, messages: Message[], rating: Rating | null, me: Me): Moment[] {
  const { id, began_at, assigned_at, ended_at } = handover;
  const all: Moment[] = [];
  const add = (step: Step, at: number, text: string, comment: string | null = null) =>
    all.push({ kind: "change", key: `${id}-${step}`, at, text, comment, step });
  if (handover.reason !== "agent_takeover") add("needed", began_at, reasonInWords(handover.reason));
  const first = firstAgent(handover, messages);
  if (assigned_at !== null && first) add("joined", assigned_at, joined(first, me));
  if (ended_at !== null) add("over", ended_at, withRating(outcomeInWords(handover.outcome), rating), rating?.comment);
  return all;
}

function withRating(outcome: string, rating: Rating | null): string {
  return rating ? `${outcome} · rated ${rating.score} of 5 by the customer` : outcome;
}

/** After a transfer the handover names the last agent; the first one is whoever replied first. */
function firstAgent({ agent, assigned_at, ended_at }: Handover, messages: Message[]): Person | null {
  const first = messages.find(
    ({ sender, sent_at }) => sender.kind === "agent" && sent_at >= (assigned_at ?? Infinity) && sent_at <= (ended_at ?? Infinity),
  );
  return first?.sender ?? agent;
}
