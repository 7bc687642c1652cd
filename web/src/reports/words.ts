// What a report calls things: why a person was called, and how many.
const REASONS: Record<string, string> = {
  unknown_answer: "The AI Agent did not know",
  asked_for_human: "The customer asked for a person",
  low_confidence: "The AI Agent was not sure enough",
  repeated_question: "The answers did not help",
  frustrated: "The customer was upset",
  model_error: "The AI Agent failed",
  rule: "A rule",
  agent_takeover: "An agent took over",
  returned_handover: "Handed back to the team",
};

export function reasonInWords(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll("_", " ");
}

export function inNumbers(count: number): string {
  return count.toLocaleString();
}
