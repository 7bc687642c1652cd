// What the launcher is told to look like, and how the page inside the iframe is dressed.
import type { Appearance, Look } from "./bridge";
import { accentOf } from "./colours";
import { directionOf, fewWords, type Language } from "./languages";

const PLAIN: Appearance = {
  colour: null,
  position: "right",
  launcher: "bubble",
  launcher_text: null,
  title: null,
  theme: "auto",
};

/** Null while nobody knows. */
export function lookOf(appearance: Appearance | null, language: Language): Look {
  const { colour, position, launcher, launcher_text, title, theme } = appearance ?? PLAIN;
  const { chat, open, close, unread } = fewWords(language);
  const { fill, on } = accentOf(colour);
  return {
    fill,
    on,
    left: position === "left",
    theme,
    label: launcher === "label" ? launcher_text || title || chat : null,
    direction: directionOf(language),
    frameTitle: chat,
    open,
    close,
    unread,
  };
}

/** By script alone: the page's policy allows no styles written into it. */
export function dress({ documentElement: root }: Document, appearance: Appearance | null, language: Language) {
  root.lang = language;
  root.dir = directionOf(language);
  root.dataset.theme = appearance?.theme ?? PLAIN.theme;
  if (!appearance?.colour) return;
  const { fill, on, strong } = accentOf(appearance.colour);
  root.style.setProperty("--accent", fill);
  root.style.setProperty("--on-accent", on);
  root.style.setProperty("--accent-strong", `light-dark(${strong.light}, ${strong.dark})`);
  root.style.setProperty("--accent-soft", `color-mix(in srgb, ${fill} 12%, var(--surface))`);
}
