// Where in the desk we are, as a shareable address: /desk/:list/:dialog, then /context on narrow screens.
import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

export const LISTS = ["queue", "mine", "all"] as const;
export type ListName = (typeof LISTS)[number];

export interface Place {
  list: ListName;
  dialog: string | null;
  context: boolean;
}

export function placeOf(path: string): Place {
  const [, , list, dialog, step] = path.split("/");
  const known = LISTS.find((name) => name === list) ?? "queue";
  const id = dialog && /^[0-9a-f]{24}$/.test(dialog) ? dialog : null;
  return { list: known, dialog: id, context: id !== null && step === "context" };
}

export function pathOf({ list, dialog, context }: Place): string {
  return ["/desk", list, dialog, dialog && context ? "context" : null].filter(Boolean).join("/");
}

export interface Route extends Place {
  /** Only an admin has a choice of apps, so only then it stands in the address. */
  app: number | null;
  href: (to: Partial<Place>) => string;
  go: (to: Partial<Place>) => void;
  goToApp: (app: number) => void;
}

export function useRoute(): Route {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const place = placeOf(path);
  const { list, dialog } = place;
  const href = useCallback(
    (to: Partial<Place>) => pathOf({ list, dialog, context: false, ...to }) + (search ? `?${search}` : ""),
    [list, dialog, search],
  );
  const go = useCallback((to: Partial<Place>) => navigate(href(to)), [navigate, href]);
  const goToApp = useCallback((app: number) => navigate(`/desk/${list}?app=${app}`), [navigate, list]);
  const app = Number(new URLSearchParams(search).get("app")) || null;
  return { ...place, app, href, go, goToApp };
}
