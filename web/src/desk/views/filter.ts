// Between a saved view and the place that it stands for. Pure.
import type { ViewFilter } from "../../api";
import { addressOf, LISTS, NO_FILTER, type Place } from "../route";

type Viewed = Pick<Place, "list" | "filter" | "q">;
type Narrowed = Partial<ViewFilter>;

export function placeOf({ list, assistant, agent, label, q }: Narrowed): Viewed {
  return {
    list: LISTS.find((name) => name === list) ?? "all",
    filter: { assistant: assistant ?? null, agent: agent ?? null, label: label ?? null },
    q: q ?? "",
  };
}

/** What is searched for is searched for everywhere: neither list nor filter belong to it. */
export function viewFilterOf({ list, filter, q }: Viewed): Narrowed {
  if (q) return { q };
  const given = Object.entries(filter).filter(([, value]) => value !== null);
  return { list: list === "team" ? "all" : list, ...Object.fromEntries(given) };
}

export function isSamePlace(one: Narrowed, other: Narrowed): boolean {
  return key(one) === key(other);
}

function key(filter: Narrowed): string {
  const { list, q, ...rest } = placeOf(filter);
  const place = q ? { list: "all" as const, filter: NO_FILTER, q } : { list, q, ...rest };
  return addressOf({ ...place, dialog: null, context: false, at: null }, "");
}
