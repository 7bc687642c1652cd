import { expect, it } from "vitest";
import { grouped, matching } from "./choices";

const CHOICES = [
  { id: "a", label: "Return to AI Agent" },
  { id: "b", label: "Resolve", words: "close done" },
  { id: "c", label: "José Ortega" },
];
const found = (typed: string) => matching(CHOICES, typed).map(({ id }) => id);

it("keeps everything until something is typed", () => {
  expect(found("  ")).toEqual(["a", "b", "c"]);
});

it("finds what begins with every typed word, in any order, without regard to capitals and accents", () => {
  expect(found("re")).toEqual(["a", "b"]);
  expect(found("agent RET")).toEqual(["a"]);
  expect(found("jose")).toEqual(["c"]);
  expect(found("gent")).toEqual([]);
});

it("finds it by other words, too, and keeps what depends on what is typed", () => {
  expect(found("done")).toEqual(["b"]);
  expect(matching([...CHOICES, { id: "s", label: "Search", always: true }], "zzz").map(({ id }) => id)).toEqual(["s"]);
});

it("puts neighbours of one group together", () => {
  const groups = grouped([
    { id: "1", label: "", group: "One" },
    { id: "2", label: "", group: "One" },
    { id: "3", label: "", group: "Two" },
  ]);
  expect(groups.map(({ name, choices }) => [name, choices.length])).toEqual([["One", 2], ["Two", 1]]);
});
