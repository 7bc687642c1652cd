import { expect, it } from "vitest";
import type { Dialog } from "../../api";
import { cursorsOf } from "./useFreshRows";
import type { Pages } from "./useList";

const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id }) as Dialog), next: null });
const PAGES: Pages = { pages: [page("a", "b"), page("c"), page("d")], pageParams: ["", "after-b", "after-c"] };

it("reads again the pages in which the rows are, each once", () => {
  expect(cursorsOf(PAGES, ["a", "b"])).toEqual([""]);
  expect(cursorsOf(PAGES, ["d", "b", "a"])).toEqual(["", "after-c"]);
});

it("reads both ends for what came after the pages", () => {
  expect(cursorsOf(PAGES, ["c", "new"])).toEqual(["", "after-b", "after-c"]);
});

it("reads nothing when nothing is shown", () => {
  expect(cursorsOf(PAGES, [])).toEqual([]);
  expect(cursorsOf(undefined, ["a"])).toEqual([]);
});
