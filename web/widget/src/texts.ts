// Chooses the language of the screen from the visitor's. A new language is one file and one line here.
import { de } from "./texts/de";
import { en, type Texts } from "./texts/en";
import { es } from "./texts/es";
import { fr } from "./texts/fr";

export type { Texts };

const all: Record<string, Texts> = { en, de, es, fr };

export function textsFor(language: string): { language: string; texts: Texts } {
  const short = language.slice(0, 2).toLowerCase();
  const texts = all[short];
  return texts ? { language: short, texts } : { language: "en", texts: en };
}
