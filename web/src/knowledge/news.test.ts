import { expect, it } from "vitest";
import { withItem } from "./news";

const DATA = { pageParams: [null, "b"], pages: [page("a", "b"), page("c")] };

it("replaces an item where it stands and leaves the other pages as they are", () => {
  const changed = withItem(DATA, { id: "c", title: "new" });
  expect(changed?.pages[1]?.items).toEqual([{ id: "c", title: "new" }]);
  expect(changed?.pages[0]).toBe(DATA.pages[0]);
});

it("has no place for an item that is not loaded", () => {
  expect(withItem(DATA, { id: "z", title: "new" })).toBeNull();
});

function page(...ids: string[]) {
  return { items: ids.map((id) => ({ id, title: "old" })), next: null };
}
