// What the AI Agent does with a question, in two words.
import type { VerdictOutcome } from "../api";
import { Badge, type Tone } from "../ui";

const OUTCOMES: Record<VerdictOutcome, { label: string; tone: Tone }> = {
  answer: { label: "Answers", tone: "ok" },
  general_answer: { label: "Answers, not from the knowledge", tone: "warn" },
  clarify: { label: "Asks back", tone: "accent" },
  unknown: { label: "Does not know", tone: "warn" },
  small_talk: { label: "Small talk", tone: "neutral" },
  asked_for_human: { label: "Asks for a person", tone: "accent" },
  failed: { label: "Failed", tone: "danger" },
};

export function OutcomeBadge({ outcome }: { outcome: VerdictOutcome }) {
  const { label, tone } = OUTCOMES[outcome] ?? { label: outcome, tone: "neutral" };
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}
