// The score as a bar with a mark at the threshold: right of the mark, it answers.
interface ScoreMeterProps {
  score: number;
  threshold: number;
}

export function ScoreMeter({ score, threshold }: ScoreMeterProps) {
  const enough = score >= threshold;
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-sm">
        <span>
          Score <strong className="tabular-nums">{score.toFixed(2)}</strong>
        </span>
        <span className="text-muted">
          answers from <span className="tabular-nums">{threshold.toFixed(2)}</span>
        </span>
      </div>
      <div
        role="meter"
        aria-label="Score"
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={score}
        aria-valuetext={`${score.toFixed(2)}, ${enough ? "enough" : "not enough"} for the threshold ${threshold.toFixed(2)}`}
        className="relative h-2 rounded-full bg-sunken"
      >
        <div className={enough ? "h-2 rounded-full bg-ok" : "h-2 rounded-full bg-warn"} style={{ width: percent(score) }} />
        <div className="absolute -top-1 h-4 w-0.5 bg-ink" style={{ left: percent(threshold) }} />
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}
