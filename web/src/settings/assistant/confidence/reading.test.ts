import { expect, it } from "vitest";
import type { CurvePoint } from "../../../api";
import { inWords, meaningOf, nearest, toHundredths } from "./reading";

const POINTS: CurvePoint[] = [
  { threshold: 0.2, coverage: 1, risk: 0.2 },
  { threshold: 0.6, coverage: 0.8, risk: 0.04 },
  { threshold: 0.9, coverage: 0.3, risk: 0 },
];

it("reads between two points along the line that joins them", () => {
  const { coverage, risk } = meaningOf(POINTS, 0.4) ?? { coverage: 0, risk: 0 };
  expect([coverage, risk].map((share) => share.toFixed(3))).toEqual(["0.900", "0.120"]);
});

it("stays at its ends beyond them, and means nothing without points", () => {
  expect(meaningOf(POINTS, 0)).toEqual({ coverage: 1, risk: 0.2 });
  expect(meaningOf(POINTS, 1)).toEqual({ coverage: 0.3, risk: 0 });
  expect(meaningOf([], 0.5)).toBeNull();
});

it("says in words what a threshold means", () => {
  expect(inWords({ coverage: 0.841, risk: 0.031 })).toBe(
    "Answers about 84 of 100 answerable questions; about 3 of 100 answers are wrong.",
  );
  expect(inWords({ coverage: 1, risk: 0.01 })).toBe("Answers nearly all of 100 answerable questions; about 1 of 100 answers is wrong.");
  expect(inWords({ coverage: 0, risk: 0 })).toBe(
    "Answers hardly any of 100 answerable questions; fewer than 1 of 100 answers is wrong.",
  );
});

it("never sets a threshold below the one that was promised", () => {
  expect([0.551, 0.55, 0.999, 1].map(toHundredths)).toEqual([0.56, 0.55, 1, 1]);
});

it("finds the point under a pointer by how much is answered there", () => {
  expect(nearest(POINTS, 0.75)).toBe(0.6);
  expect(nearest(POINTS, 0)).toBe(0.9);
  expect(nearest([], 0.5)).toBeNull();
});
