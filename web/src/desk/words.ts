// What the desk calls things: who answers now, why a person was needed, how it ended.
import type { Control, Handover, Me, Person } from "../api";
import { isMe } from "../live";
import type { Tone } from "../ui";

const REASONS: Record<string, string> = {
  unknown_answer: "The AI Agent did not know the answer",
  asked_for_human: "The customer asked for a person",
  low_confidence: "The AI Agent was not sure enough",
  repeated_question: "The answers did not help the customer",
  frustrated: "The customer seems frustrated",
  model_error: "The AI Agent could not answer because of an error",
  rule: "A rule asked for a person",
  agent_takeover: "An agent took over",
  returned_handover: "It was handed back to the team",
};

const OUTCOMES: Record<string, string> = {
  solved: "Resolved as solved",
  not_solved: "Resolved as not solved",
  returned: "Returned to the AI Agent",
  abandoned_waiting: "The customer left before anyone could answer",
};

export function reasonInWords(reason: Handover["reason"]): string {
  return REASONS[reason] ?? "A person was needed";
}

export function outcomeInWords(outcome: string | null): string {
  return outcome === null ? "Ended" : (OUTCOMES[outcome] ?? "Ended");
}

/** A few words for a row: who answers now. */
export function holder(control: Control | null, me: Me): { text: string; tone: Tone } {
  switch (control?.phase) {
    case "assistant":
      return { text: "AI Agent", tone: "ai" };
    case "waiting":
      return { text: "Waiting", tone: "warn" };
    case "agent":
      return isMe(control.agent, me) ? { text: "You", tone: "accent" } : { text: control.agent.full_name, tone: "neutral" };
    case "closed":
      return { text: "Closed", tone: "neutral" };
    default:
      return { text: "Open", tone: "neutral" };
  }
}

/** A separator in a conversation: control has changed hands. */
export function changeInWords(control: Control | null, me: Me): string {
  switch (control?.phase) {
    case "assistant":
      return "The AI Agent answers again";
    case "waiting":
      return "Waiting for a person";
    case "agent":
      return joined(control.agent, me);
    case "closed":
      return "Resolved";
    default:
      return "Open";
  }
}

export function joined(agent: Person, me: Me): string {
  return isMe(agent, me) ? "You joined" : `${agent.full_name} joined`;
}

export function hasTaken(name: string): string {
  return `${name} has taken this conversation.`;
}

export function customerName(dialog: { customer: { full_name: string } | null; name: string | null }): string {
  return dialog.customer?.full_name || dialog.name || "Visitor";
}
