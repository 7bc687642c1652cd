import { expect, it } from "vitest";
import { beginOf, daysNamed } from "./period";

it("looks a week back unless the address says something else", () => {
  expect([null, "1", "7", "30", "31", "x"].map(daysNamed)).toEqual([7, 1, 7, 30, 7, 7]);
});

it("begins with a whole hour, or with a whole day of the reader", () => {
  const now = new Date(2026, 4, 20, 15, 42, 7).getTime();
  expect(beginOf(1, now)).toBe(new Date(2026, 4, 19, 16).getTime());
  expect(beginOf(7, now)).toBe(new Date(2026, 4, 14).getTime());
  expect(beginOf(30, now)).toBe(new Date(2026, 3, 21).getTime());
});
