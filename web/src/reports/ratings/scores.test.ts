import { expect, it } from "vitest";
import { averageInWords, satisfied, scoresOf } from "./scores";

const RATINGS = { count: 6, average: 3.8333, by_score: [1, 0, 0, 3, 2] };
const NONE = { count: 0, average: null, by_score: [0, 0, 0, 0, 0] };

it("shows the best first, and shares that add up", () => {
  const scores = scoresOf(RATINGS);
  expect(scores.map(({ score, count }) => [score, count])).toEqual([[5, 2], [4, 3], [3, 0], [2, 0], [1, 1]]);
  expect(scores.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
});

it("counts who gave four or five as satisfied", () => {
  expect(satisfied(RATINGS)).toBeCloseTo(5 / 6);
  expect(averageInWords(RATINGS)).toBe("3.8");
});

it("claims nothing where nobody has rated", () => {
  expect(satisfied(NONE)).toBeNull();
  expect(averageInWords(NONE)).toBe("–");
});
