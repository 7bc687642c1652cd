// The probability on the scale from 0 to 100%, which two thresholds divide: don't know, ask back, answer.
import { cx, percent } from "../ui";
import { zoneOf, zones, type Zone } from "./zones";

interface ScaleProps {
  score: number;
  threshold: number;
  clarify_from: number;
}

const LOOKS: Record<Zone, { label: string; says: string; color: string }> = {
  unknown: { label: "don’t know", says: "below what it takes to ask back or to answer", color: "bg-line" },
  clarify: { label: "ask back", says: "enough to ask back, not enough to answer", color: "bg-warn/45" },
  answer: { label: "answer", says: "enough to answer", color: "bg-ok/50" },
};
/** Below this share of the scale a label has no room, and only the one that counts is shown. */
const LABEL_MIN = 0.14;

export function Scale({ score, threshold, clarify_from }: ScaleProps) {
  const parts = zones(threshold, clarify_from);
  const zone = zoneOf(score, threshold, clarify_from);
  return (
    <div>
      <div className="mb-2.5 flex flex-wrap justify-between gap-x-4">
        <span>
          Can be answered: <strong className="tabular-nums">{percent(score)}</strong>
        </span>
        <span className="text-muted tabular-nums">
          {clarify_from < threshold ? `asks back from ${percent(clarify_from)}, ` : ""}answers from {percent(threshold)}
        </span>
      </div>
      <div
        role="meter"
        aria-label="Probability that this can be answered"
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={score}
        aria-valuetext={`${percent(score)}, ${LOOKS[zone].says}`}
        className="relative"
      >
        <div className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
          {parts.map(({ zone: part, share }) => (
            <div key={part} className={LOOKS[part].color} style={{ width: `${share * 100}%` }} />
          ))}
        </div>
        <div
          className="absolute -top-1 h-[18px] w-1.5 -translate-x-1/2 rounded-full bg-ink ring-2 ring-surface"
          style={{ left: `${Math.min(1, Math.max(0, score)) * 100}%` }}
        />
      </div>
      <div aria-hidden className="mt-1.5 flex gap-0.5 text-[13px] text-muted">
        {parts.map(({ zone: part, share }) => (
          <span
            key={part}
            className={cx("flex justify-center whitespace-nowrap", part === zone && "font-semibold text-ink")}
            style={{ width: `${share * 100}%` }}
          >
            {part === zone || share >= LABEL_MIN ? LOOKS[part].label : ""}
          </span>
        ))}
      </div>
    </div>
  );
}
