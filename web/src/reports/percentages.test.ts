import { expect, it } from "vitest";
import { percentages } from "./percentages";

const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);

it("adds up to exactly 100, whatever the counts", () => {
  for (const counts of [[1, 1, 1], [1, 1, 1, 1, 1, 1, 1], [0, 5, 0], [999, 1, 1], [1, 2, 3, 5, 8, 13, 21]]) {
    expect(sum(percentages(counts))).toBe(100);
  }
  for (let one = 1; one < 40; one += 1) {
    for (let other = 0; other < 40; other += 1) expect(sum(percentages([one, other, 7, 11]))).toBe(100);
  }
});

it("is never more than one percent away from the truth, and gives nothing to nobody", () => {
  expect(percentages([1, 1, 1])).toEqual([34, 33, 33]);
  expect(percentages([2, 1, 0])).toEqual([67, 33, 0]);
  expect(percentages([0, 0])).toEqual([0, 0]);
});
