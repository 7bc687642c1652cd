import { expect, it } from "vitest";
import type { AssistantSettings } from "../../../api";
import type { Scene } from "./scenes";
import { filled, stillOf } from "./still";

const NAMES = { agent: "Ana", customer: "Ida", position: 2, minutes: 3, wait: "3 minutes" };
const SETTINGS = {
  name: "Nova",
  avatar_url: null,
  welcome: { on: true, text: { default: "Hello {customer}!", de: "Hallo!" } },
  suggested_questions: ["Where?", " "],
  widget: { colour: "#0a7d5c", position: "right", launcher: "bubble", launcher_text: { default: "" }, title: { default: "" }, theme: "auto" },
} as unknown as AssistantSettings;

function still(part: Partial<Scene> = {}, settings = SETTINGS, language = "") {
  return stillOf({ name: "start", label: "", lines: [], phase: "assistant", typing: false, ...part }, settings, language, NAMES);
}

it("begins with the welcome of the language and the questions that are not empty", () => {
  expect(still().opening).toMatchObject({ welcome: "Hello Ida!", suggested_questions: ["Where?"] });
  expect(still({}, SETTINGS, "de").opening.welcome).toBe("Hallo!");
  expect(still({}, { ...SETTINGS, welcome: { ...SETTINGS.welcome, on: false } }).opening.welcome).toBeNull();
});

it("says what is said with the names filled in, in the looks of the widget", () => {
  const { lines, opening } = still({ lines: [{ from: "assistant", text: "{agent} is here." }] });
  expect(lines).toEqual([{ from: "assistant", text: "Ana is here." }]);
  expect(opening.appearance.colour).toBe("#0a7d5c");
});

it("fills in what stands in braces, and leaves what it does not know", () => {
  expect(filled("{agent}: {customer}, {position}, {wait}, {other}", NAMES)).toBe("Ana: Ida, 2, 3 minutes, {other}");
});
