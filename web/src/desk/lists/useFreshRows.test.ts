import { expect, it } from "vitest";
import type { Dialog } from "../../api";
import { nothingYet, type LiveInput } from "../../live/state";
import { reduce } from "../../live/reduce";
import { cursorsOf, readAgain } from "./useFreshRows";
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
});

it("reads the beginning while no page is there yet", () => {
  expect(cursorsOf(undefined, ["a"])).toEqual([""]);
});

it("reads once more what was overtaken by live events, until nothing is missing", async () => {
  let state = nothingYet;
  const live = { state: () => state, dispatch: (input: LiveInput) => void (state = reduce(state, input)) };
  const row = (seq: number, said: string | null) => ({ id: "a", seq, marks: [], customer_said: said && { text: said } }) as unknown as Dialog;
  live.dispatch({ type: "dialogs_loaded", dialogs: [row(17, null)] });
  const pages = [[row(14, "How long?")], [row(16, "How long?")], [row(17, "How long?")], [row(18, "Never read")]];
  await readAgain(live, async () => pages.shift() ?? [], ["a"]);
  expect(state.dialogs["a"]?.customer_said?.text).toBe("How long?");
  expect(pages).toHaveLength(1);
});
