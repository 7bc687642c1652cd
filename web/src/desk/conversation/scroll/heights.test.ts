import { expect, it } from "vitest";
import { Heights } from "./heights";

it("guesses what it has not measured", () => {
  const heights = of(["a", "b", "c"]);
  heights.measured([["b", 100]]);
  expect([heights.top(0), heights.top(1), heights.top(2), heights.total]).toEqual([0, 50, 150, 200]);
});

it("finds the rows that touch a stretch", () => {
  const heights = of(["a", "b", "c", "d"]);
  expect(heights.between(60, 110)).toEqual({ first: 1, last: 3 });
  expect(heights.between(-500, 10)).toEqual({ first: 0, last: 1 });
  expect(heights.between(190, 900)).toEqual({ first: 3, last: 4 });
});

it("keeps what it measured when older rows come before them", () => {
  const heights = of(["c"]);
  heights.measured([["c", 10]]);
  heights.keep(["a", "b", "c"]);
  expect([heights.indexOf("c"), heights.total]).toEqual([2, 110]);
});

it("says when nothing is new, so that nothing is drawn again", () => {
  const heights = of(["a"]);
  expect(heights.measured([["a", 20]])).toBe(true);
  expect(heights.measured([["a", 20.2]])).toBe(false);
});

it("is empty without rows", () => {
  expect([of([]).total, of([]).between(0, 500)]).toEqual([0, { first: 0, last: 0 }]);
});

function of(keys: string[]): Heights {
  const heights = new Heights(50);
  heights.keep(keys);
  return heights;
}
