import { expect, it } from "vitest";
import { coverageAt, FRAME, pathOf, riskTop, xOf, yOf } from "./geometry";

const DRAWING = { width: 500, top: 0.1 };
const POINTS = [
  { threshold: 0.2, coverage: 1, risk: 0.1 },
  { threshold: 0.9, coverage: 0, risk: 0 },
];

it("draws from the left, where nothing is answered, to the right, where all is", () => {
  const start = `M${FRAME.left}.0 ${FRAME.height - FRAME.bottom}.0`;
  const end = `L${DRAWING.width - FRAME.right}.0 ${FRAME.top}.0`;
  expect(pathOf(POINTS, DRAWING)).toBe(`${start} ${end}`);
  expect(pathOf([], DRAWING)).toBe("");
});

it("has room for the most that is wrong, and ends at a round number", () => {
  expect([0.08, 0.1, 0.12, 0.9].map((risk) => riskTop([{ threshold: 0, coverage: 1, risk }]))).toEqual([0.1, 0.1, 0.2, 1]);
  expect(riskTop([])).toBe(0.05);
  expect(yOf(0.5, DRAWING)).toBe(FRAME.top);
});

it("finds back where it drew, at any width", () => {
  for (const width of [280, 900]) expect(coverageAt(xOf(0.42, { width, top: 1 }), { width, top: 1 })).toBeCloseTo(0.42);
  expect([-10, 10_000].map((x) => coverageAt(x, DRAWING))).toEqual([0, 1]);
});
