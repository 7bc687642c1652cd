import type { WidgetSettings } from "../api";
import { expect, test } from "vitest";
import { languagesOf, looksIn } from "./looks";
import { PLAIN_WIDGET } from "./plainWidget";

const WIDGET: WidgetSettings = {
  ...PLAIN_WIDGET,
  colour: "#0a7d5c",
  launcher_text: { default: "Ask us", de: "Fragen Sie uns", fi: "Kysy" },
  title: { default: "", de: " " },
};

test("a visitor gets the words of their language, or those for everybody", () => {
  expect(looksIn(WIDGET, "de")).toMatchObject({ launcher_text: "Fragen Sie uns", title: null });
  expect(looksIn(WIDGET, "fr").launcher_text).toBe("Ask us");
});

test("a colour that is still being written is not shown yet", () => {
  expect(looksIn({ ...WIDGET, colour: "#0a7" }, "en").colour).toBeNull();
});

test("languages with words of their own come first, each once", () => {
  const languages = languagesOf(WIDGET);
  expect(languages.slice(0, 3)).toEqual(["en", "de", "fi"]);
  expect(new Set(languages).size).toBe(languages.length);
});
