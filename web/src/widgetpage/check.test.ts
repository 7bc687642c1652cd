import { expect, test } from "vitest";
import { PLAIN_WIDGET as PLAIN } from "../widgetframe/plainWidget";
import { checkWidget, tidied } from "./check";

test("settings nobody has touched are in order", () => {
  expect(checkWidget(PLAIN)).toEqual([]);
});

test("a colour has six digits, or there is none", () => {
  expect(checkWidget({ ...PLAIN, colour: "#0A7d5c" })).toEqual([]);
  expect(checkWidget({ ...PLAIN, colour: "#0a7" }).map(({ field }) => field)).toEqual(["widget.colour"]);
});

test("what stands on the launcher is short in every language", () => {
  const launcher_text = { default: "Chat", de: "x".repeat(61) };
  expect(checkWidget({ ...PLAIN, launcher_text })).toMatchObject([{ field: "widget.launcher_text" }]);
});

test("boxes that were left empty are not sent, save the one for everybody", () => {
  const title = { default: " Hello ", de: "  ", fr: "Bonjour " };
  expect(tidied({ ...PLAIN, title }).title).toEqual({ default: "Hello", fr: "Bonjour" });
  expect(tidied(PLAIN).title).toEqual({ default: "" });
});
