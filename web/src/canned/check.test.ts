import { expect, it } from "vitest";
import { shortcutError, tidyShortcut } from "./check";

it("takes a word with which a reply can be called", () => {
  expect(["hello", "refund-2", "öffnungszeiten", "a_b"].map(shortcutError)).toEqual([null, null, null, null]);
});

it("says what is wrong with anything else", () => {
  expect(shortcutError("")).toContain("Enter");
  expect(shortcutError("two words")).toContain("letters");
  expect(shortcutError("x".repeat(41))).toContain("40");
});

it("does not mind the slash that agents type", () => {
  expect(tidyShortcut(" /hello ")).toBe("hello");
});
