// What a webhook can be told of, in words.

export const EVENTS: { kind: WebhookEvent; label: string; one: string; description: string }[] = [
  { kind: "message", label: "Messages", one: "Message", description: "Everything that is written in a conversation." },
  { kind: "control", label: "Who answers", one: "Who answers", description: "The AI Agent, nobody yet, an agent, or nobody any more." },
  { kind: "handover", label: "Handovers", one: "Handover", description: "A person is needed; and what came of it." },
  { kind: "episode", label: "Outcomes", one: "Outcome", description: "How a question ended, as reports count it." },
  { kind: "rating", label: "Ratings", one: "Rating", description: "What customers think of the help they got." },
  { kind: "dialog", label: "Conversations", one: "Conversation", description: "A conversation began, or changed." },
  { kind: "feedback", label: "Feedback on answers", one: "Feedback", description: "Whether an answer of the AI Agent helped." },
];

/** One of its kind. */
export function eventName(kind: string): string {
  return EVENTS.find((event) => event.kind === kind)?.one ?? kind;
}

/** All, or the names of those that are chosen. */
export function inWords(kinds: string[]): string {
  if (EVENTS.every(({ kind }) => kinds.includes(kind))) return "Everything";
  if (kinds.length === 0) return "Nothing";
  return EVENTS.filter(({ kind }) => kinds.includes(kind))
    .map(({ label }) => label)
    .join(", ");
}import type { WebhookEvent } from "../api";

