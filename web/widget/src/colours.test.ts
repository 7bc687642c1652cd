import { expect, test } from "vitest";
import { accentOf, contrast, mixed, READABLE, textOn } from "./colours";

const COLOURS = ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffd400", "#777777", "#808080", "#3d4ed8", "#0b6b66"];

test("black on white is the most contrast there is", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("what is written on any colour can be read", () => {
  for (const colour of COLOURS) expect(contrast(colour, textOn(colour))).toBeGreaterThanOrEqual(READABLE);
  expect(textOn("#ffd400")).toBe("#000000");
  expect(textOn("#3d4ed8")).toBe("#ffffff");
});

test("what is written in any colour can be read, on the surface and on its soft background", () => {
  for (const colour of COLOURS) {
    const { strong } = accentOf(colour);
    for (const [words, surface] of [[strong.light, "#ffffff"], [strong.dark, "#16181d"]] as const) {
      expect(contrast(words, surface)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(words, mixed(surface, colour, 0.12))).toBeGreaterThanOrEqual(READABLE);
    }
  }
});

test("what is no colour is Baton's own", () => {
  expect(accentOf("red; }").fill).toBe("#3d4ed8");
  expect(accentOf(null).fill).toBe("#3d4ed8");
});
