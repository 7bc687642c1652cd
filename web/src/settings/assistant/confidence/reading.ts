// Reading a risk–coverage curve: what a threshold means, in numbers and in words, and which one means what is wanted.
import type { CurvePoint } from "../../../api";

export type Meaning = Pick<CurvePoint, "coverage" | "risk">;

/** Between two points the curve is a straight line; beyond its ends it stays as it is there. Null without points. */
export function meaningOf(points: CurvePoint[], threshold: number): Meaning | null {
  const after = points.findIndex((point) => point.threshold >= threshold);
  const right = points[after] ?? points.at(-1);
  if (!right) return null;
  const left = after > 0 ? points[after - 1] : undefined;
  if (!left) return { coverage: right.coverage, risk: right.risk };
  const way = (threshold - left.threshold) / (right.threshold - left.threshold);
  return { coverage: between(left.coverage, right.coverage, way), risk: between(left.risk, right.risk, way) };
}

function between(from: number, to: number, way: number): number {
  return from + (to - from) * way;
}

/** "Answers about 84 of 100 answerable questions; about 3 of 100 answers are wrong." */
export function inWords({ coverage, risk }: Meaning): string {
  return `Answers ${ofHundred(coverage)} answerable questions; ${wrong(risk)}.`;
}

function ofHundred(share: number): string {
  if (share < 0.005) return "hardly any of 100";
  if (share >= 0.995) return "nearly all of 100";
  return `about ${Math.round(share * 100)} of 100`;
}

function wrong(risk: number): string {
  if (risk < 0.005) return "fewer than 1 of 100 answers is wrong";
  const count = Math.round(risk * 100);
  return `about ${count} of 100 answers ${count === 1 ? "is" : "are"} wrong`;
}

/** Thresholds are set in hundredths. Upwards, so that what was promised is kept. */
export function toHundredths(threshold: number): number {
  return Math.min(1, Math.ceil(threshold * 100 - 1e-9) / 100);
}

/** The threshold of the point whose coverage is nearest, for who points at the curve. */
export function nearest(points: CurvePoint[], coverage: number): number | null {
  let best: CurvePoint | null = null;
  for (const point of points) {
    if (!best || Math.abs(point.coverage - coverage) < Math.abs(best.coverage - coverage)) best = point;
  }
  return best ? toHundredths(best.threshold) : null;
}
