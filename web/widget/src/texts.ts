// Loads the words of one language, and no other.
import type { Language } from "./languages";
import type { Texts } from "./texts/en";

export type { Texts };

const ALL: Record<Language, () => Promise<Texts>> = {
  en: () => import("./texts/en").then(({ en }) => en),
  ar: () => import("./texts/ar").then(({ ar }) => ar),
  de: () => import("./texts/de").then(({ de }) => de),
  es: () => import("./texts/es").then(({ es }) => es),
  fr: () => import("./texts/fr").then(({ fr }) => fr),
  he: () => import("./texts/he").then(({ he }) => he),
  hi: () => import("./texts/hi").then(({ hi }) => hi),
  it: () => import("./texts/it").then(({ it }) => it),
  ja: () => import("./texts/ja").then(({ ja }) => ja),
  nl: () => import("./texts/nl").then(({ nl }) => nl),
  pl: () => import("./texts/pl").then(({ pl }) => pl),
  pt: () => import("./texts/pt").then(({ pt }) => pt),
  ru: () => import("./texts/ru").then(({ ru }) => ru),
  sv: () => import("./texts/sv").then(({ sv }) => sv),
  tr: () => import("./texts/tr").then(({ tr }) => tr),
  uk: () => import("./texts/uk").then(({ uk }) => uk),
  zh: () => import("./texts/zh").then(({ zh }) => zh),
};

export function textsFor(language: Language): Promise<Texts> {
  return ALL[language]();
}
