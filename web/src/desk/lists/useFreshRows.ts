// Fetches anew the rows on screen: when the server begins to tell us what is said in them, and in a long list now and then.
import { useEffect, useRef } from "react";
import { api, withQuery, type Dialog, type Page } from "../../api";
import { useLive } from "../../live";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { PAGE, type ListOfDialogs, type Pages } from "./useList";

const SETTLE_MS = 200;
const NOW_AND_THEN_MS = 60_000;

export function useFreshRows({ query }: ListOfDialogs, { list, filter }: Pick<Route, "list" | "filter">, shown: string[]) {
  const { app } = useSeat();
  const live = useLive();
  const latest = useRef({ pages: query.data, shown });
  useEffect(() => {
    latest.current = { pages: query.data, shown };
  });

  useEffect(() => {
    const readAgain = async (path: string) => {
      try {
        const { items } = await api.get<Page<Dialog>>(path);
        live.dispatch({ type: "dialogs_loaded", dialogs: items });
      } catch {
        // Nobody asked for it just now; the next time comes by itself.
      }
    };
    const refresh = (ids: string[]) => {
      for (const after of cursorsOf(latest.current.pages, ids)) {
        void readAgain(withQuery(`/apps/${app}/dialogs`, { list: list === "team" ? "all" : list, ...filter, limit: PAGE, after }));
      }
    };

    let watched = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.listen((frame) => {
      if (frame.kind !== "watching") return;
      // What was said before the server began to tell us is only in a page read after that.
      const news = frame.dialogs.filter((id) => !watched.has(id));
      watched = new Set(frame.dialogs);
      if (news.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => refresh(news), SETTLE_MS);
    });
    const everySoOften = setInterval(() => refresh(latest.current.shown), NOW_AND_THEN_MS);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(everySoOften);
    };
  }, [live, app, list, filter]);
}

/** Where the pages begin in which these conversations are. What came later than all pages stands at one of the ends. */
export function cursorsOf(pages: Pages | undefined, ids: string[]): string[] {
  if (!pages || ids.length === 0) return [];
  const pageOf = new Map(pages.pages.flatMap(({ items }, at) => items.map(({ id }) => [id, at])));
  const ends = [0, pages.pages.length - 1];
  const wanted = new Set(ids.flatMap((id) => pageOf.get(id) ?? ends));
  return [...wanted].sort((a, b) => a - b).map((at) => String(pages.pageParams[at] ?? ""));
}
