// Why: how the question was understood, the probability between its thresholds, what counted, and what it rests on.
import type { Verdict } from "../api";
import { EvidenceList } from "./EvidenceList";
import { Parts } from "./Parts";
import { Scale } from "./Scale";
import { SignalList } from "./SignalList";
import { Statements } from "./Statements";

/** What is decided before any knowledge is looked at. */
const WITHOUT_SCORE: Verdict["outcome"][] = ["small_talk", "asked_for_human"];

export function Explanation({ app, verdict }: { app: number; verdict: Verdict }) {
  const searched = !WITHOUT_SCORE.includes(verdict.outcome);
  return (
    <div className="flex min-w-0 flex-col gap-4 text-sm">
      {verdict.understood ? (
        <p className="wrap-anywhere">
          <span className="text-muted">Understood as</span> <q>{verdict.understood}</q>
        </p>
      ) : null}
      {searched ? <Scale score={verdict.score} threshold={verdict.threshold} clarify_from={verdict.clarify_from} /> : null}
      {verdict.why ? <p className="wrap-anywhere">{verdict.why}</p> : null}
      <Parts parts={verdict.parts} />
      <Statements app={app} statements={verdict.statements} />
      {searched ? <EvidenceList app={app} evidence={verdict.evidence} by_meaning={verdict.by_meaning} /> : null}
      <SignalList signals={verdict.signals} />
    </div>
  );
}
