import { expect, test } from "vitest";
import { originsOf, spansOf } from "./origins";
import type { Ai, Source } from "./wire";

const DELIVERY: Source = { id: "1", title: "Delivery", address: "https://shop.example/delivery" };
const HOURS: Source = { id: "2", title: "Hours" };

const ai = (sources: Source[], ...said: [text: string, source: Source][]): Ai => ({
  kind: "answer",
  found: true,
  sources,
  suggestions: [],
  statements: said.map(([text, { id, title }]) => ({ text, quote: `“${text}”`, source: { id, title } })),
});

test("each source is named once, and those without a web address have no link", () => {
  const bad: Source = { id: "3", title: "Bad", address: "javascript:alert(1)" };
  expect(originsOf(ai([DELIVERY, HOURS, DELIVERY, bad]))).toEqual([
    { title: "Delivery", href: "https://shop.example/delivery" },
    { title: "Hours", href: null },
    { title: "Bad", href: null },
  ]);
});

test("two pages of one title are two, two sources of one title are one", () => {
  const elsewhere = { ...DELIVERY, id: "4", address: "https://shop.example/abroad" };
  expect(originsOf(ai([DELIVERY, elsewhere, HOURS, { ...HOURS, id: "5" }]))).toHaveLength(3);
});

test("sources are numbered as the statements come, and statements find their address", () => {
  const answer = ai([DELIVERY, HOURS], ["Open.", HOURS], ["Three days.", DELIVERY]);
  expect(originsOf(answer).map(({ href }) => href)).toEqual([null, "https://shop.example/delivery"]);
  expect(spansOf("Open. Three days.", answer)).toEqual([
    { text: "Open.", origin: 1, quote: "“Open.”" },
    { text: " Three days.", origin: 2, quote: "“Three days.”" },
  ]);
});

test("the spans put together are the text, whatever the statements say", () => {
  const answer = ai([DELIVERY], ["One.", DELIVERY], ["Nowhere.", DELIVERY], ["Two.", DELIVERY]);
  const text = "Well: One.\n\nTwo. <b>Bye</b>!";
  const spans = spansOf(text, answer);
  expect(spans.map((span) => span.text).join("")).toBe(text);
  expect(spans.map(({ origin }) => origin)).toEqual([1, 1, null]);
});

test("a text without statements is one span", () => {
  expect(spansOf("Hello.", null)).toEqual([{ text: "Hello.", origin: null, quote: "" }]);
  expect(spansOf("Hello.", { ...ai([DELIVERY]), statements: undefined })).toHaveLength(1);
});
