// What the chosen confidence means for this app's own knowledge: in words, on the curve, and as a choice of how much may be wrong.
import { Link } from "wouter";
import type { Curve } from "../../../api";
import { Button, Notice, percent, Spinner } from "../../../ui";
import { CurveChart } from "./CurveChart";
import { CurveTable } from "./CurveTable";
import { inWords, meaningOf, toHundredths } from "./reading";
import { useCurve } from "./useCurve";

interface CurvePartProps {
  app: number;
  threshold: number;
  onChange: (threshold: number) => void;
}

export function CurvePart({ app, threshold, onChange }: CurvePartProps) {
  const curve = useCurve(app);
  if (curve.isError && !curve.data) {
    return (
      <Notice
        tone="warn"
        action={
          <Button size="sm" onClick={() => void curve.refetch()}>
            Try again
          </Button>
        }
      >
        What this means for your knowledge could not be loaded. {curve.error.message}
      </Notice>
    );
  }
  if (!curve.data) return <Spinner label="Loading the curve" className="min-h-10" />;
  return <Drawn app={app} curve={curve.data} threshold={threshold} onChange={onChange} />;
}

function Drawn({ app, curve, threshold, onChange }: CurvePartProps & { curve: Curve }) {
  const here = meaningOf(curve.points, threshold);
  if (!here || curve.state === "too_little") return <NothingYet app={app} making={curve.state === "making"} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-center gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,5fr)]">
        <div className="flex flex-col gap-4">
          <p aria-live="polite" className="text-lg leading-snug font-medium text-pretty">
            {inWords(here)}
          </p>
          <Suggestions curve={curve} threshold={threshold} onChange={onChange} />
          <p className="text-sm text-pretty text-muted">{measuredOn(curve)}</p>
        </div>
        <CurveChart points={curve.points} threshold={threshold} onChange={onChange} />
      </div>
      <CurveTable points={curve.points} />
    </div>
  );
}

function Suggestions({ curve, threshold, onChange }: { curve: Curve; threshold: number; onChange: (threshold: number) => void }) {
  return (
    <div className="flex flex-wrap gap-2">
      {curve.suggestions.map(({ risk, threshold: suggested }) => {
        const wanted = suggested === null ? null : toHundredths(suggested);
        return (
          <Button
            key={risk}
            size="sm"
            disabled={wanted === null}
            aria-pressed={wanted === threshold}
            title={wanted === null ? "No confidence is high enough for that yet. More knowledge helps." : undefined}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            onClick={() => (wanted === null ? undefined : onChange(wanted))}
          >
            At most {percent(risk)} wrong
          </Button>
        );
      })}
    </div>
  );
}

function NothingYet({ app, making }: { app: number; making: boolean }) {
  if (making) return <Notice>What this means for your knowledge is being measured. It appears here in a moment.</Notice>;
  return (
    <Notice title="Too little knowledge yet">
      With more sources or question-and-answer pairs, you see here how many questions are answered at each confidence, and how many
      answers are wrong. Until then the usual value is a good one.{" "}
      <Link href={`/apps/${app}/knowledge`} className="text-accent-ink underline underline-offset-2">
        Add knowledge
      </Link>
    </Notice>
  );
}

function measuredOn({ questions, taught, by_meaning, state }: Curve): string {
  const parts = [`Measured on ${questions} questions made from your own knowledge`];
  if (taught > 0) parts.push(`taught by ${taught} ${taught === 1 ? "outcome" : "outcomes"} of real conversations`);
  parts.push(by_meaning ? "found by meaning and by words" : "found by words alone");
  const when = state === "making" ? " It is being measured anew." : "";
  return `${parts.join(", ")}.${when}`;
}
