// Where the points of a risk–coverage curve lie in its drawing: to the right more is answered, upwards more of it is wrong.
import type { CurvePoint } from "../../../api";
import type { Meaning } from "./reading";

export const FRAME = { height: 250, left: 46, right: 12, top: 14, bottom: 42 };

const INNER_HEIGHT = FRAME.height - FRAME.top - FRAME.bottom;
const RISK_TOPS = [0.05, 0.1, 0.2, 0.3, 0.5, 1];

/** One drawing: so many pixels wide, and with so much risk at its top edge. */
export interface Drawing {
  width: number;
  top: number;
}

/** The risk at the top edge: a round one, so that the lines across lie at round ones too. */
export function riskTop(points: CurvePoint[]): number {
  const most = Math.max(0, ...points.map(({ risk }) => risk));
  return RISK_TOPS.find((top) => top >= most) ?? 1;
}

export function xOf(coverage: number, { width }: Drawing): number {
  return FRAME.left + coverage * innerWidth(width);
}

export function yOf(risk: number, { top }: Drawing): number {
  return FRAME.top + (1 - Math.min(1, risk / top)) * INNER_HEIGHT;
}

export function coverageAt(x: number, { width }: Drawing): number {
  return Math.min(1, Math.max(0, (x - FRAME.left) / innerWidth(width)));
}

function innerWidth(width: number): number {
  return Math.max(1, width - FRAME.left - FRAME.right);
}

/** The curve as an SVG path, from where least is answered to where most is. */
export function pathOf(points: CurvePoint[], drawing: Drawing): string {
  return [...points]
    .reverse()
    .map((point, at) => `${at === 0 ? "M" : "L"}${coordinates(point, drawing)}`)
    .join(" ");
}

function coordinates({ coverage, risk }: Meaning, drawing: Drawing): string {
  return `${xOf(coverage, drawing).toFixed(1)} ${yOf(risk, drawing).toFixed(1)}`;
}
