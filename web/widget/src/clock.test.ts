import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock } from "./clock";

const at = (...parts: [year: number, month: number, day: number, hour: number]) => new Date(...parts).getTime();

beforeEach(() => {
  vi.useFakeTimers({ now: at(2026, 2, 2, 15) });
  vi.stubGlobal("navigator", { languages: ["en-GB", "de-AT"] });
});
afterEach(() => vi.useRealTimers());

test("today is told by the time, this year by the day, and what is older by the year too", () => {
  const { short, day } = createClock("en", "Today");
  const told = [at(2026, 2, 2, 9), at(2026, 1, 27, 9), at(2024, 10, 3, 9)];
  expect(told.map(short)).toEqual(["9:00", "27 Feb", "3 Nov 2024"]);
  expect(told.map(day)).toEqual(["Today", expect.stringMatching(/^Friday.* 27 February$/), expect.stringMatching(/3 November 2024$/)]);
});

test("dates are written as is usual where the visitor lives", () => {
  expect(createClock("de", "Heute").day(at(2026, 0, 9, 9))).toBe("Freitag, 9. Jänner");
});
