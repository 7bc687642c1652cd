// What a webhook can be told of, in words.
import type { EventKind } from "./soon";

export const EVENTS: { kind: EventKind; label: string; description: string }[] = [
  { kind: "message", label: "Messages", description: "Everything that is written in a conversation." },
  { kind: "control", label: "Who answers", description: "The AI Agent, nobody yet, an agent, or nobody any more." },
  { kind: "handover", label: "Handovers", description: "A person is needed; and what came of it." },
  { kind: "episode", label: "Outcomes", description: "How a question ended, as reports count it." },
  { kind: "rating", label: "Ratings", description: "What customers think of the help they got." },
  { kind: "dialog", label: "Conversations", description: "A conversation began, or changed." },
  { kind: "feedback", label: "Feedback on answers", description: "Whether an answer of the AI Agent helped." },
];

export function eventName(kind: string): string {
  return EVENTS.find((one) => one.kind === kind)?.label ?? kind;
}

/** All, or the names of those that are chosen. */
export function inWords(kinds: string[]): string {
  if (EVENTS.every(({ kind }) => kinds.includes(kind))) return "Everything";
  if (kinds.length === 0) return "Nothing";
  return EVENTS.filter(({ kind }) => kinds.includes(kind))
    .map(({ label }) => label)
    .join(", ");
}
