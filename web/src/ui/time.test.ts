import { expect, it } from "vitest";
import { duration, lasting } from "./time";

it("rounds what is left up, and never says that nothing is", () => {
  expect([0, 7_000, 61_000, 6_000_000].map(duration)).toEqual(["5 seconds", "10 seconds", "2 minutes", "2 hours"]);
});

it("says how long something took in at most two units", () => {
  const said = [400, 1_000, 42_000, 200_000, 3_900_000, 7_200_000, 90_000_000].map(lasting);
  const expected = ["under 1 s", "1 s", "42 s", "3 min 20 s", "1 h 5 min", "2 h", "1 d 1 h"];
  expect(said.map((words) => words.replaceAll("\u00a0", " "))).toEqual(expected);
  expect([lasting(0), lasting(null)]).toEqual(["0 s", "–"]);
});

it("never rounds up into sixty", () => {
  expect(lasting(59_700).replaceAll("\u00a0", " ")).toBe("1 min");
  expect(lasting(3_599_900).replaceAll("\u00a0", " ")).toBe("1 h");
});
