import { expect, test } from "vitest";
import { chosen, directionOf, fewWords, type Language, LANGUAGES } from "./languages";
import { en } from "./texts/en";
import { type Texts, textsFor } from "./texts";

test("the first language that is spoken is chosen, whatever its region", () => {
  expect(chosen([undefined, "tlh", "pt-BR", "en"])).toBe("pt");
  expect(chosen(["ZH-Hant"])).toBe("zh");
  expect(chosen([])).toBe("en");
});

test("Arabic and Hebrew are written from right to left", () => {
  expect(LANGUAGES.filter((language) => directionOf(language) === "rtl")).toEqual(["ar", "he"]);
});

type Entry = string | string[] | ((...given: never[]) => string);

const GIVEN = ["7", "8"] as never[];

/** What a visitor can read, by its entry. */
async function saidIn(language: Language): Promise<Record<string, string>> {
  const texts = Object.entries<Entry>(await textsFor(language));
  const sentences = texts.flatMap(([key, text]): [string, string][] =>
    Array.isArray(text) ? text.map((one, at) => [`${key}.${at}`, one]) : [[key, typeof text === "string" ? text : text(...GIVEN)]],
  );
  return { ...fewWords(language), ...Object.fromEntries(sentences) };
}

test.each(LANGUAGES)("%s says everything that English says, and leaves out nothing that is filled in", async (language) => {
  const [said, english, texts] = [await saidIn(language), await saidIn("en"), await textsFor(language)];
  expect(Object.keys(said)).toEqual(Object.keys(english));
  expect(Object.entries(said).filter(([, text]) => !text.trim() || text !== text.trim())).toEqual([]);
  for (const [key, text] of Object.entries(en)) {
    if (typeof text !== "function") continue;
    for (const given of GIVEN.slice(0, text.length)) expect(said[key], key).toContain(given);
    expect(typeof texts[key as keyof Texts], key).toBe("function");
  }
  expect(fewWords(language).unread).toContain("#");
});

/** Words that are the same in more than one language. */
const SHARED = ["chat", "ai", "conversation", "message", "waiting_minutes"];

test.each(LANGUAGES.filter((language) => language !== "en"))("%s uses words of its own", async (language) => {
  const [said, english] = [await saidIn(language), await saidIn("en")];
  const same = Object.keys(said).filter((key) => said[key] === english[key] && !SHARED.includes(key));
  expect(same).toEqual([]);
});

const MARKS: [language: Language, wrong: RegExp][] = [
  ...LANGUAGES.map((language): [Language, RegExp] => [language, /['"]|\.\.\.| $|\s{2}/]),
  ["fr", /[^\u202f][?!;]|[^\u00a0]:/],
  ["es", /^[^¿]*\?|^[^¡]*!/],
  ["ja", /[,:?!]|[^\d]\./],
  ["zh", /[,:?!]|[^\d]\./],
  ["ar", /[,;?]/],
  ["hi", /[^\d]\.$/],
];

test.each(MARKS)("%s has the marks that are usual there, not %s", async (language, wrong) => {
  const marked = Object.entries(await saidIn(language)).filter(([, text]) => wrong.test(text));
  expect(marked).toEqual([]);
});
