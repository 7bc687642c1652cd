import { describe, expect, it } from "vitest";
import { barsOf, roundAbove } from "./bars";

const HOUR_MS = 3_600_000;
/** Midnight in Oslo, two hours before it is midnight in Greenwich; in the night of the 25th the clocks go back. */
const MIDNIGHT = Date.parse("2026-10-23T22:00:00Z");
const hours = Array.from({ length: 49 }, (_, at) => ({ at: MIDNIGHT + at * HOUR_MS, episodes: 1, handovers: at % 7 === 0 ? 1 : 0 }));

describe("the load", () => {
  it("by day is by the reader's calendar, and the day of 25 hours has 25", () => {
    const bars = barsOf(hours, "Europe/Oslo");
    expect(bars.map(({ tick, episodes }) => [tick, episodes])).toEqual([["Sat", 24], ["Sun", 25]]);
    expect(bars.reduce((sum, { handovers }) => sum + handovers, 0)).toBe(7);
  });

  it("by hour has one bar for each hour, by the reader's clock", () => {
    const bars = barsOf(hours.slice(0, 24), "Europe/Oslo");
    expect(bars).toHaveLength(24);
    expect([bars[0]?.tick, bars[23]?.tick]).toEqual(["00:00", "23:00"]);
  });

  it("has a round number above it", () => {
    expect([0, 1, 3, 5, 7, 11, 21, 41, 100, 101].map(roundAbove)).toEqual([1, 1, 3, 5, 8, 15, 30, 50, 100, 150]);
  });
});
