import { expect, it } from "vitest";
import { fieldValue, snoozeTimes, timeIn, untilInWords } from "./times";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime();
const offered = (now: number) => snoozeTimes(now).map(({ id, at: time }) => [id, new Date(time).toString().slice(0, 21)]);

it("offers later today, tomorrow at nine and Monday at nine", () => {
  expect(offered(at(11, 10, 10))).toEqual([
    ["today", "Wed Mar 11 2026 13:30"],
    ["tomorrow", "Thu Mar 12 2026 09:00"],
    ["week", "Mon Mar 16 2026 09:00"],
  ]);
});

it("offers no later today in the evening, and on a Monday the next one", () => {
  expect(offered(at(9, 19))).toEqual([
    ["tomorrow", "Tue Mar 10 2026 09:00"],
    ["week", "Mon Mar 16 2026 09:00"],
  ]);
});

it("does not offer the same time twice on a Sunday", () => {
  expect(offered(at(15, 8)).map(([id]) => id)).toEqual(["today", "tomorrow"]);
});

it("says until when as shortly as it can", () => {
  const now = at(11, 10);
  expect(untilInWords(at(11, 15, 30), now)).toMatch(/^until \D?\d?\d:30/);
  expect(untilInWords(at(12, 9), now)).toMatch(/^until tomorrow/);
  expect(untilInWords(at(16, 9), now)).toMatch(/^until Mon /);
  expect(untilInWords(at(25, 9), now)).toMatch(/^until .*25/);
});

it("reads back the time that a field holds, if it is to come", () => {
  const now = at(11, 10);
  expect(timeIn(fieldValue(at(12, 7, 45)), now)).toBe(at(12, 7, 45));
  expect(timeIn(fieldValue(at(10, 7)), now)).toBeNull();
  expect(timeIn("", now)).toBeNull();
});
