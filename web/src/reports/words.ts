// What a report calls things: why a person was called, and how long something took.
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

const UNITS = [
  { unit: "d", ms: 86_400_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "min", ms: 60_000 },
  { unit: "s", ms: 1_000 },
];

/** "42 s", "3 min 20 s", "1 h 5 min", "2 d": the two largest units, the smaller one only when it says something. */
export function lasting(ms: number | null): string {
  if (ms === null) return "–";
  let rest = Math.round(ms / 1_000) * 1_000;
  if (rest === 0) return ms > 0 ? "under 1 s" : "0 s";
  const largest = UNITS.findIndex((one) => rest >= one.ms);
  const parts: string[] = [];
  for (const { unit, ms: size } of UNITS.slice(largest, largest + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}\u00a0${unit}`);
  }
  return parts.join(" ");
}

export function inNumbers(count: number): string {
  return count.toLocaleString();
}
