import { expect, test } from "vitest";
import type { Appearance } from "./bridge";
import { lookOf } from "./look";

const CHOSEN: Appearance = {
  colour: "#ffd400",
  position: "left",
  launcher: "label",
  launcher_text: "Frag uns",
  title: null,
  theme: "dark",
};

test("the launcher wears what was chosen, with words that can be read on it", () => {
  expect(lookOf(CHOSEN, "de")).toMatchObject({ fill: "#ffd400", on: "#000000", left: true, label: "Frag uns", theme: "dark" });
});

test("a label without words of its own says the title, and without that what the widget is", () => {
  expect(lookOf({ ...CHOSEN, launcher_text: null, title: "Hilfe" }, "de").label).toBe("Hilfe");
  expect(lookOf({ ...CHOSEN, launcher_text: "" }, "ja").label).toBe("チャット");
});

test("the round button carries no words, and knows its language before anything is loaded", () => {
  expect(lookOf(null, "he")).toMatchObject({ label: null, direction: "rtl", open: "פתיחת הצ׳אט" });
});
