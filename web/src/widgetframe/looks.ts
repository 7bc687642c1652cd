// The looks as a visitor of one language gets them.
import type { LocalText, WidgetSettings } from "../api";

export interface Looks {
  colour: string | null;
  position: WidgetSettings["position"];
  launcher: WidgetSettings["launcher"];
  launcher_text: string | null;
  title: string | null;
  theme: WidgetSettings["theme"];
}

/** What the widget itself speaks. */
const SPOKEN = "en ar de es fr he hi it ja nl pl pt ru sv tr uk zh".split(" ");

export function looksIn(widget: WidgetSettings, language: string): Looks {
  const { colour, position, launcher, theme } = widget;
  const words = (text: LocalText) => (text[language]?.trim() || text.default.trim()) || null;
  return {
    colour: colour !== null && isColour(colour) ? colour : null,
    position,
    launcher,
    launcher_text: words(widget.launcher_text),
    title: words(widget.title),
    theme,
  };
}

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Those that somebody has written words for come first. */
export function languagesOf({ title, launcher_text }: WidgetSettings): string[] {
  const written = [title, launcher_text].flatMap(Object.keys).filter((code) => code !== "default");
  return [...new Set(["en", ...written, ...SPOKEN])];
}
