import { expect, it } from "vitest";
import type { Signal, SignalName } from "../api";
import { signed, weighed } from "./signals";

it("puts what counted most first, for or against, and sets aside what hardly did", () => {
  const { counted, rest, most } = weighed([signal("lead", 0.01), signal("sentence", 0.8), signal("names", -1.2)]);
  expect(counted.map(({ name }) => name)).toEqual(["names", "sentence"]);
  expect(rest.map(({ name }) => name)).toEqual(["lead"]);
  expect(most).toBe(1.2);
});

it("signs what it adds, except nothing", () => {
  expect([0.841, -0.2, -0.001].map(signed)).toEqual(["+0.84", "−0.20", "0.00"]);
});

function signal(name: SignalName, adds: number): Signal {
  return { name, adds, value: 0.5 };
}
