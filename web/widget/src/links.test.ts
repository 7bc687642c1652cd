import { expect, test } from "vitest";
import { splitLinks } from "./links";

const links = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

test("a text without addresses is one part", () => {
  expect(splitLinks("Hello <b>you</b>")).toEqual([{ text: "Hello <b>you</b>", href: null }]);
});

test("the parts put together are the text", () => {
  const text = "See https://a.example/x, or (http://b.example/y_(z)). Bye!";
  expect(splitLinks(text).map((part) => part.text).join("")).toBe(text);
  expect(links(text)).toEqual(["https://a.example/x", "http://b.example/y_(z)"]);
});

test("only web addresses become links", () => {
  expect(links("javascript:alert(1) data:text/html,x ftp://a.example mailto:a@b.example //c.example")).toEqual([]);
  expect(links("https:// http://")).toEqual([]);
});

test("an address ends before the sentence's own punctuation", () => {
  expect(links("Is it https://a.example/?q=1?")).toEqual(["https://a.example/?q=1"]);
  expect(links("[https://a.example/x].")).toEqual(["https://a.example/x"]);
});

test("a quote cannot break out of the address", () => {
  expect(links('https://a.example/"onclick="x')).toEqual(["https://a.example/"]);
});
