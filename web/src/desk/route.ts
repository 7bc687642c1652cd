// Where in the desk we are, as a shareable address: /desk/:list/:dialog, then /context on narrow screens.
// Behind the question mark stands what narrows the list, what is searched for, and the message or note that was found.
import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

export const LISTS = ["queue", "mine", "all", "assistant", "resolved", "snoozed"] as const;
export type ListName = (typeof LISTS)[number];
/** What the left pane shows: a list of conversations, or the team. */
export type PaneName = ListName | "team";

/** What the team has is among all conversations. */
export function listBehind(pane: PaneName): ListName {
  return pane === "team" ? "all" : pane;
}

/** What narrows a list; null where it does not. */
export interface Filter {
  assistant: string | null;
  agent: number | null;
  label: number | null;
}

export const NO_FILTER: Filter = { assistant: null, agent: null, label: null };

export interface Place {
  list: PaneName;
  dialog: string | null;
  context: boolean;
  filter: Filter;
  /** What is searched for; empty: nothing. */
  q: string;
  /** The number of the message to show, or the id of the note; only together with a dialog. */
  at: number | null;
  note: string | null;
}

export interface Route extends Place {
  href: (to: Partial<Place>) => string;
  go: (to: Partial<Place>, how?: { replace: boolean }) => void;
  goToApp: (app: number) => void;
}

/** The list that the address names, if it names one. */
export function useNamedList(): string | undefined {
  return partsOf(useLocation()[0]).list;
}

/** Only an admin has a choice of apps, so only then it stands in the address. */
export function useNamedApp(): number | null {
  return Number(new URLSearchParams(useSearch()).get("app")) || null;
}

export function useRoute(list: PaneName): Route {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const here = useMemo(() => placeAt(list, path, search), [list, path, search]);
  const href = useCallback((to: Partial<Place>) => addressOf(next(here, to), search), [here, search]);
  const go = useCallback((to: Partial<Place>, how?: { replace: boolean }) => navigate(href(to), how), [navigate, href]);
  const goToApp = useCallback((app: number) => navigate(`/desk/${list}?app=${app}`), [navigate, list]);
  return useMemo(() => ({ ...here, href, go, goToApp }), [here, href, go, goToApp]);
}

export function placeAt(list: PaneName, path: string, search: string): Place {
  const { dialog, context } = partsOf(path);
  const params = new URLSearchParams(search);
  return {
    list,
    dialog,
    context,
    filter: {
      assistant: longId(params.get("assistant")),
      agent: Number(params.get("agent")) || null,
      label: Number(params.get("label")) || null,
    },
    q: params.get("q")?.trim() ?? "",
    at: dialog ? Number(params.get("at")) || null : null,
    note: dialog ? longId(params.get("note")) : null,
  };
}

/** Another list begins as it is; what was found is left with the first step away from it. */
export function next(here: Place, to: Partial<Place>): Place {
  const kept = to.list === undefined || to.list === here.list ? here : { ...here, filter: NO_FILTER, q: "" };
  return { ...kept, context: false, at: null, note: null, ...to };
}

/** `search` is the one of the address before: the app stays. */
export function addressOf({ list, dialog, context, filter, q, at, note }: Place, search: string): string {
  const path = ["/desk", list, dialog, dialog && context ? "context" : null].filter(Boolean).join("/");
  const wanted = { app: new URLSearchParams(search).get("app"), ...filter, q, at: dialog ? at : null, note: dialog ? note : null };
  const params = Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return params.length > 0 ? `${path}?${new URLSearchParams(params)}` : path;
}

export function isNarrowed({ assistant, agent, label }: Filter): boolean {
  return assistant !== null || agent !== null || label !== null;
}

function partsOf(path: string) {
  const [, , list, dialog, step] = path.split("/");
  const id = longId(dialog);
  return { list, dialog: id, context: id !== null && step === "context" };
}

function longId(text: string | null | undefined): string | null {
  return text && /^[0-9a-f]{24}$/.test(text) ? text : null;
}
