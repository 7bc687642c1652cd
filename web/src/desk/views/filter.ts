// Between a saved view and the place that it stands for. Pure.
import type { ViewFilter } from "../../api";
import { addressOf, listBehind, LISTS, type Place } from "../route";

type Viewed = Pick<Place, "list" | "filter" | "q">;
type Narrowed = Partial<ViewFilter>;

export function placeOf({ list, assistant, agent, label, q }: Narrowed): Viewed {
  return {
    list: LISTS.find((name) => name === list) ?? "all",
    filter: { assistant: assistant ?? null, agent: agent ?? null, label: label ?? null },
    q: q ?? "",
  };
}

/** What is searched for is searched for in all lists: none belongs to it. */
export function viewFilterOf({ list, filter, q }: Viewed): Narrowed {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
  return q ? { q, ...given } : { list: listBehind(list), ...given };
}

export function isSamePlace(one: Narrowed, other: Narrowed): boolean {
  return key(one) === key(other);
}

function key(filter: Narrowed): string {
  const place = placeOf(filter);
  const list = place.q ? "all" : place.list;
  return addressOf({ ...place, list, dialog: null, context: false, at: null, note: null }, "");
}
