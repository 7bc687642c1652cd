import { expect, it } from "vitest";
import { mentionsIn } from "./mentions";

const PEOPLE = [
  { id: 1, full_name: "Ana" },
  { id: 2, full_name: "Ana Keller" },
  { id: 3, full_name: "Ben Öz" },
  { id: 4, full_name: "Ben Öz" },
];

it("finds whom a note mentions by the whole name", () => {
  expect(ids("Please look at this, @Ana Keller.")).toEqual([2]);
  expect(ids("@Ana and @Ana Keller")).toEqual([1, 2]);
});

it("mentions everybody of the same name", () => {
  expect(ids("(@Ben Öz)")).toEqual([3, 4]);
});

it("mentions nobody by an address, a longer name or a name without the sign", () => {
  for (const text of ["mail@Ana", "@Anabel", "Ana Keller", "@ana", ""]) expect(ids(text)).toEqual([]);
});

function ids(text: string) {
  return mentionsIn(text, PEOPLE).map(({ id }) => id);
}
