import { expect, it } from "vitest";
import { currentOf } from "./current";

const at = (...tops: number[]) => tops.map((top, index) => ({ id: `s${index}`, top }));

it("is the last section that has passed the line", () => {
  expect(currentOf(at(60, 400, 900), 200, false)).toBe("s0");
  expect(currentOf(at(-800, -300, 150, 600), 200, false)).toBe("s2");
});

it("is the first one before any has", () => {
  expect(currentOf(at(300, 900), 200, false)).toBe("s0");
});

it("is the last one at the end of the page, which it may never lead", () => {
  expect(currentOf(at(-900, -100, 500), 200, true)).toBe("s2");
  expect(currentOf([], 200, true)).toBeNull();
});
