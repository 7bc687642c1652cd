import { expect, it } from "vitest";
import { duration } from "./time";

it("rounds what is left up, and never says that nothing is", () => {
  expect([0, 7_000, 61_000, 6_000_000].map(duration)).toEqual(["5 seconds", "10 seconds", "2 minutes", "2 hours"]);
});
