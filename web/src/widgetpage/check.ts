// What can be seen to be wrong before the server is asked, and what is sent.
import type { LocalText, WidgetSettings } from "../api";
import type { FieldErrors } from "../saving";
import { isColour } from "../widgetframe";

export const WORDS_MAX = 60;

export function checkWidget({ colour, title, launcher_text }: WidgetSettings): FieldErrors {
  const errors: FieldErrors = [];
  if (colour !== null && !isColour(colour)) errors.push({ field: "widget.colour", message: "Write the colour as # and six digits, such as #0a7d5c." });
  for (const [field, text] of Object.entries({ title, launcher_text })) {
    const isLong = Object.values(text).some((words) => [...words.trim()].length > WORDS_MAX);
    if (isLong) errors.push({ field: `widget.${field}`, message: `Use at most ${WORDS_MAX} characters.` });
  }
  return errors;
}

/** Without the boxes that were opened and left empty. */
export function tidied(widget: WidgetSettings): WidgetSettings {
  return { ...widget, title: given(widget.title), launcher_text: given(widget.launcher_text) };
}

function given(text: LocalText): LocalText {
  const words = Object.entries(text).map(([language, words]) => [language, words.trim()] as const);
  return { ...Object.fromEntries(words.filter(([language, words]) => language !== "default" && words)), default: text.default.trim() };
}
