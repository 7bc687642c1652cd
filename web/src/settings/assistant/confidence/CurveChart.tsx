// The risk–coverage curve, drawn, with the chosen threshold as a point on it. Pointing at it chooses; the sliders do the same.
import { useId, type PointerEvent } from "react";
import type { CurvePoint } from "../../../api";
import { percent, useWidth } from "../../../ui";
import { coverageAt, FRAME, pathOf, riskTop, xOf, yOf, type Drawing } from "./geometry";
import { inWords, meaningOf, nearest } from "./reading";

interface CurveChartProps {
  points: CurvePoint[];
  threshold: number;
  onChange: (threshold: number) => void;
}

const COVERAGE_TICKS = [0, 0.25, 0.5, 0.75, 1];
/** Where less room is, only every other one. */
const ALL_TICKS_WIDTH = 400;
const RISK_TICKS = [0, 0.5, 1];

/** Until it is known how much room there is. */
const WIDTH_FIRST = 540;

export function CurveChart({ points, threshold, onChange }: CurveChartProps) {
  const id = useId();
  const { element, width } = useWidth<SVGSVGElement>(WIDTH_FIRST);
  const drawing = { width, top: riskTop(points) };
  const here = meaningOf(points, threshold);
  const choose = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === "pointermove" && event.buttons !== 1) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const chosen = nearest(points, coverageAt(x, drawing));
    if (chosen !== null && chosen !== threshold) onChange(chosen);
  };
  return (
    <svg
      ref={element}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      viewBox={`0 0 ${width} ${FRAME.height}`}
      onPointerDown={choose}
      onPointerMove={choose}
      style={{ height: FRAME.height }}
      className="w-full cursor-crosshair touch-pan-y text-[13px] select-none"
    >
      <title id={`${id}-title`}>How much is answered, and how much of it is wrong</title>
      <desc id={`${id}-desc`}>
        {`From left to right more of the answerable questions are answered; upwards more of the answers are wrong. ${here ? `At ${percent(threshold)}: ${inWords(here)}` : ""}`}
      </desc>
      <Axes drawing={drawing} />
      <path d={pathOf(points, drawing)} className="fill-none stroke-accent" strokeWidth={2.5} strokeLinejoin="round" strokeLinecap="round" />
      {here ? <Here x={xOf(here.coverage, drawing)} y={yOf(here.risk, drawing)} /> : null}
    </svg>
  );
}

function Axes({ drawing }: { drawing: Drawing }) {
  const bottom = FRAME.height - FRAME.bottom;
  const right = drawing.width - FRAME.right;
  return (
    <g aria-hidden className="fill-muted">
      {RISK_TICKS.map((part) => {
        const y = yOf(part * drawing.top, drawing);
        return (
          <g key={part}>
            <line x1={FRAME.left} x2={right} y1={y} y2={y} className={part === 0 ? "stroke-line-strong" : "stroke-line"} />
            <text x={FRAME.left - 8} y={y + 4} textAnchor="end">
              {shortPercent(part * drawing.top)}
            </text>
          </g>
        );
      })}
      {COVERAGE_TICKS.filter((_, at) => drawing.width >= ALL_TICKS_WIDTH || at % 2 === 0).map((coverage) => (
        <text key={coverage} x={xOf(coverage, drawing)} y={bottom + 18} textAnchor={coverage === 1 ? "end" : "middle"}>
          {percent(coverage)}
        </text>
      ))}
      <text x={right} y={bottom + 36} textAnchor="end">
        of answerable questions answered →
      </text>
      <text x={FRAME.left + 6} y={FRAME.top + 14}>
        ↑ of answers wrong
      </text>
    </g>
  );
}

/** Half of a small odd number needs its decimal. */
function shortPercent(share: number): string {
  return percent(share, Number.isInteger(Math.round(share * 1_000) / 10) ? 0 : 1);
}

function Here({ x, y }: { x: number; y: number }) {
  return (
    <g aria-hidden>
      <line x1={x} x2={x} y1={y} y2={FRAME.height - FRAME.bottom} className="stroke-ink" strokeDasharray="3 3" />
      <circle cx={x} cy={y} r={7} className="fill-accent stroke-surface" strokeWidth={2.5} />
    </g>
  );
}
