import { expect, test } from "vitest";
import { chosen, directionOf, LANGUAGES } from "./languages";
import { en } from "./texts/en";
import { textsFor } from "./texts";

test("the first language that is spoken is chosen, whatever its region", () => {
  expect(chosen([undefined, "tlh", "pt-BR", "en"])).toBe("pt");
  expect(chosen(["ZH-Hant"])).toBe("zh");
  expect(chosen([])).toBe("en");
});

test("Arabic and Hebrew are written from right to left", () => {
  expect(LANGUAGES.filter((language) => directionOf(language) === "rtl")).toEqual(["ar", "he"]);
});

test("every language says everything, and says it in its own words", async () => {
  const same: string[] = [];
  for (const language of LANGUAGES) {
    const texts = await textsFor(language);
    expect(Object.keys(texts).sort(), language).toEqual(Object.keys(en).sort());
    expect(texts.scores, language).toHaveLength(5);
    expect(Object.keys(texts.refusals).sort(), language).toEqual(Object.keys(en.refusals).sort());
    for (const [key, text] of Object.entries(texts)) {
      const said = typeof text === "function" ? (text as (...given: string[]) => string)("7", "8") : text;
      if (typeof said !== "string") continue;
      expect(said.trim(), `${language} ${key}`).not.toBe("");
      if (typeof text === "function" && key !== "scores") expect(said, `${language} ${key}`).toContain("7");
      if (language !== "en" && said.length > 12 && said === (en as Record<string, unknown>)[key]) same.push(`${language} ${key}`);
    }
  }
  expect(same).toEqual([]);
});
