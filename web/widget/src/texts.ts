// Chooses the language of the screen from the visitor's, and loads no other. A new language is one file and one line here.
import type { Texts } from "./texts/en";

export type { Texts };

const all: Record<string, () => Promise<Texts>> = {
  en: () => import("./texts/en").then(({ en }) => en),
  de: () => import("./texts/de").then(({ de }) => de),
  es: () => import("./texts/es").then(({ es }) => es),
  fr: () => import("./texts/fr").then(({ fr }) => fr),
};

export async function textsFor(language: string): Promise<{ language: string; texts: Texts }> {
  const short = language.slice(0, 2).toLowerCase();
  const known = short in all ? short : "en";
  return { language: known, texts: await all[known]!() };
}
