// Where in the desk we are, as a shareable address: /desk/:list/:dialog, then /context on narrow screens.
import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

export const LISTS = ["queue", "mine", "all"] as const;
export type ListName = (typeof LISTS)[number];
/** What the left pane shows: a list of conversations, or the team. */
export type PaneName = ListName | "team";

export interface Place {
  list: PaneName;
  dialog: string | null;
  context: boolean;
}

export interface Route extends Place {
  href: (to: Partial<Place>) => string;
  go: (to: Partial<Place>) => void;
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
  const { dialog, context } = partsOf(path);
  const href = useCallback(
    (to: Partial<Place>) => pathOf({ list, dialog, context: false, ...to }) + (search ? `?${search}` : ""),
    [list, dialog, search],
  );
  const go = useCallback((to: Partial<Place>) => navigate(href(to)), [navigate, href]);
  const goToApp = useCallback((app: number) => navigate(`/desk/${list}?app=${app}`), [navigate, list]);
  return { list, dialog, context, href, go, goToApp };
}

function partsOf(path: string) {
  const [, , list, dialog, step] = path.split("/");
  const id = dialog && /^[0-9a-f]{24}$/.test(dialog) ? dialog : null;
  return { list, dialog: id, context: id !== null && step === "context" };
}

function pathOf({ list, dialog, context }: Place): string {
  return ["/desk", list, dialog, dialog && context ? "context" : null].filter(Boolean).join("/");
}
