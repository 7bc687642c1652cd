import { expect, it } from "vitest";
import { percent } from "./percent";

it("writes a share without a space, whole or with one decimal", () => {
  expect([0, 0.5, 0.976, 1].map((share) => percent(share))).toEqual(["0%", "50%", "98%", "100%"]);
  expect([0.03, 0.125, 1].map((share) => percent(share, 1))).toEqual(["3.0%", "12.5%", "100.0%"]);
});
