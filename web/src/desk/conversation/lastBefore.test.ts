import { expect, it } from "vitest";
import { lastBefore } from "./lastBefore";

const SAID = [3, 4, 90, 1_000, 1_001].map((seq) => ({ seq, sent_at: seq * 10 }));
const read = (before = Infinity) => Promise.resolve(SAID.findLast(({ seq }) => seq < before));

it("finds the message after which something was written", async () => {
  const found = await Promise.all([35, 40, 899, 9_999, 10_005, 99_999].map((time) => lastBefore(time, read)));
  expect(found).toEqual([3, 4, 4, 90, 1_000, 1_001]);
});

it("finds the first message where something was written before all of them", async () => {
  expect(await lastBefore(1, read)).toBe(3);
});

it("finds nothing where nobody said anything", async () => {
  expect(await lastBefore(1, () => Promise.resolve(undefined))).toBeNull();
});
