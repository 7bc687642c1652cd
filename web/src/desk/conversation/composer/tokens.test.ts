import { expect, it } from "vitest";
import { findEmoji } from "./emoji";
import { filledIn, replaced, tokenAt } from "./tokens";

it("finds a canned reply, a colleague or an emoji just before the cursor", () => {
  expect(tokenAt("Hello /gre", 10)).toEqual({ kind: "canned", query: "gre", from: 6, to: 10 });
  expect(tokenAt("/", 1)).toMatchObject({ kind: "canned", query: "" });
  expect(tokenAt("(@Bér", 5)).toMatchObject({ kind: "mention", query: "Bér" });
  expect(tokenAt("good :sm", 8)).toMatchObject({ kind: "emoji", query: "sm" });
});

it("sees none within a word, an address or a time, nor after the word is over", () => {
  for (const text of ["and/or", "me@home", "10:30", "https://x", "a: b", "/done now", ":s"]) expect(tokenAt(text, text.length)).toBeNull();
});

it("puts what was chosen in its place, with a space before what follows", () => {
  expect(replaced("Hi /gr, bye", { from: 3, to: 6 }, "Good day")).toEqual({ text: "Hi Good day , bye", cursor: 12 });
  expect(replaced("Hi @b", { from: 3, to: 5 }, "@Ben")).toEqual({ text: "Hi @Ben ", cursor: 8 });
  expect(replaced("@b there", { from: 0, to: 2 }, "@Ben")).toEqual({ text: "@Ben there", cursor: 4 });
});

it("fills in who speaks to whom, and nothing else", () => {
  expect(filledIn("Dear {customer}, {agent} here. {order}", { customer: "Ida $&", agent: "Ana" })).toBe("Dear Ida $&, Ana here. {order}");
});

it("finds emoji by the beginning of any of their names", () => {
  expect(findEmoji("smile")[0]?.sign).toBe("😄");
  expect(findEmoji("thumbsup")[0]?.sign).toBe("👍");
  expect(findEmoji("zzz")).toEqual([]);
  expect(findEmoji("").length).toBeGreaterThan(80);
});
