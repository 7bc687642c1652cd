import { expect, it } from "vitest";
import { refusalOf, roomFor } from "./limits";

it("says by name what is too large or empty", () => {
  expect(refusalOf({ name: "film.mov", size: 12_000_000 })).toBe("“film.mov” is 12 MB. A file may have at most 10 MB.");
  expect(refusalOf({ name: "nothing.txt", size: 0 })).toBe("“nothing.txt” is empty.");
  expect(refusalOf({ name: "bill.pdf", size: 10 * 1024 * 1024 })).toBeNull();
});

it("takes as many files as one message may have", () => {
  expect(roomFor(0, 10)).toEqual({ fits: 10, sentence: null });
  expect(roomFor(8, 5)).toEqual({ fits: 2, sentence: "A message may have at most 10 files. The others were left out." });
  expect(roomFor(12, 1).fits).toBe(0);
});
