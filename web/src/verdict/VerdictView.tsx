// One verdict: outcome, text, score against the threshold, why, and the passages that were found.
import type { Verdict } from "../api";
import { Badge, type Tone } from "../ui";
import { EvidenceList } from "./EvidenceList";
import { ScoreMeter } from "./ScoreMeter";

const OUTCOMES: Record<Verdict["outcome"], { label: string; tone: Tone }> = {
  answer: { label: "Answers", tone: "ok" },
  general_answer: { label: "Answers, not from the knowledge", tone: "warn" },
  unknown: { label: "Does not know", tone: "warn" },
  small_talk: { label: "Small talk", tone: "neutral" },
  asked_for_human: { label: "Asks for a person", tone: "accent" },
  failed: { label: "Failed", tone: "danger" },
};

export function VerdictView({ verdict }: { verdict: Verdict }) {
  const outcome = OUTCOMES[verdict.outcome] ?? { label: verdict.outcome, tone: "neutral" };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={outcome.tone} dot>
          {outcome.label}
        </Badge>
        {verdict.by_model ? <Badge tone="ai">Written by the model</Badge> : null}
      </div>
      {verdict.text ? (
        <p className="rounded-xl rounded-tl-sm bg-ai-soft px-4 py-3 break-words whitespace-pre-wrap">{verdict.text}</p>
      ) : null}
      <ScoreMeter score={verdict.score} threshold={verdict.threshold} />
      {verdict.why ? <p className="text-sm text-muted break-words">{verdict.why}</p> : null}
      <EvidenceList evidence={verdict.evidence} />
      {verdict.suggestions.length > 0 ? (
        <div>
          <p className="text-sm font-semibold">Suggested questions</p>
          <ul className="mt-1 list-disc pl-5 text-sm">
            {verdict.suggestions.map((question) => (
              <li key={question} className="break-words">
                {question}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
