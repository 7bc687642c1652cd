import { expect, it } from "vitest";
import { zoneOf, zones } from "./zones";

it("divides the whole scale", () => {
  const shares = zones(0.75, 0.25).map(({ zone, share }) => [zone, share]);
  expect(shares).toEqual([
    ["unknown", 0.25],
    ["clarify", 0.5],
    ["answer", 0.25],
  ]);
});

it("has no room for asking back when that begins where answering does, or later", () => {
  expect(zones(0.5, 0.5).map(({ zone }) => zone)).toEqual(["unknown", "answer"]);
  expect(zones(0.5, 0.9).map(({ zone }) => zone)).toEqual(["unknown", "answer"]);
});

it("counts a threshold to the zone above it", () => {
  expect([0.34, 0.35, 0.54, 0.55].map((score) => zoneOf(score, 0.55, 0.35))).toEqual(["unknown", "clarify", "clarify", "answer"]);
});
