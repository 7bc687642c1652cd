import { expect, it } from "vitest";
import { filterOf, isFiltered, queryOf } from "./filter";

it("asks for whole days of the reader's calendar, the last one included", () => {
  const filter = filterOf(new URLSearchParams("from=2026-03-28&to=2026-03-29"));
  expect(queryOf(filter)).toEqual({
    actor: undefined,
    action: undefined,
    from: String(new Date(2026, 2, 28).getTime()),
    to: String(new Date(2026, 2, 30).getTime()),
  });
});

it("takes from the address what it understands, and nothing else", () => {
  expect(filterOf(new URLSearchParams("actor=agent:7&from=yesterday&page=3"))).toEqual({ actor: "agent:7", action: "", from: "", to: "" });
  expect(isFiltered(filterOf(new URLSearchParams("to=2026-13-45")))).toBe(false);
  expect(isFiltered(filterOf(new URLSearchParams("action=assistant")))).toBe(true);
});
