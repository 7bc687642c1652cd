// Fetches anew the rows on screen: when the server begins to tell us what is said in them, and in a long list now and then.
import { useEffect, useRef } from "react";
import type { Dialog } from "../../api";
import { useLive, type Live } from "../../live";
import { listBehind, type Route } from "../route";
import { useSeat } from "../seat";
import { readPage, type ListOfDialogs, type Pages } from "./useList";

const SETTLE_MS = 200;
const NOW_AND_THEN_MS = 60_000;
const TRIES = 5;

export function useFreshRows({ query }: ListOfDialogs, { list, filter }: Pick<Route, "list" | "filter">, shown: string[]) {
  const { app } = useSeat();
  const live = useLive();
  const latest = useRef({ pages: query.data, list, filter, shown });
  useEffect(() => {
    latest.current = { pages: query.data, list, filter, shown };
  });

  useEffect(() => {
    const refresh = (ids: string[]) => {
      const { pages, list, filter } = latest.current;
      for (const after of cursorsOf(pages, ids)) {
        const read = async () => (await readPage(app, { list: listBehind(list), filter, after })).items;
        // Nobody asked for it just now; the next time comes by itself.
        readAgain(live, read, ids).catch(() => undefined);
      }
    };

    let watched = new Set<string>();
    const unread = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.listen((frame) => {
      if (frame.kind !== "watching") return;
      // What was said before the server began to tell us is only in a page read after that.
      const news = frame.dialogs.filter((id) => !watched.has(id));
      watched = new Set(frame.dialogs);
      if (news.length === 0) return;
      news.forEach((id) => unread.add(id));
      clearTimeout(timer);
      timer = setTimeout(() => {
        refresh([...unread]);
        unread.clear();
      }, SETTLE_MS);
    });
    const everySoOften = setInterval(() => refresh(latest.current.shown), NOW_AND_THEN_MS);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(everySoOften);
    };
  }, [live, app]);
}

/**
 * Reads until the page is at least as new as what is known of these conversations: of one that was overtaken by live events
 * nothing is taken, and those do not tell what was said before them.
 */
export async function readAgain(live: Pick<Live, "dispatch" | "state">, read: () => Promise<Dialog[]>, ids: string[]) {
  const wanted = new Set(ids);
  for (let tries = 0; tries < TRIES; tries++) {
    const dialogs = await read();
    const isOvertaken = dialogs.some(({ id, seq }) => wanted.has(id) && (live.state().dialogs[id]?.seq ?? 0) > seq);
    live.dispatch({ type: "dialogs_loaded", dialogs });
    if (!isOvertaken) return;
  }
}

/** Where the pages begin in which these conversations are. What came later than all pages stands at one of the ends. */
export function cursorsOf(pages: Pages | undefined, ids: string[]): string[] {
  if (ids.length === 0) return [];
  if (!pages) return [""];
  const pageOf = new Map(pages.pages.flatMap(({ items }, at) => items.map(({ id }) => [id, at])));
  const ends = [0, pages.pages.length - 1];
  const wanted = new Set(ids.flatMap((id) => pageOf.get(id) ?? ends));
  return [...wanted].sort((a, b) => a - b).map((at) => String(pages.pageParams[at] ?? ""));
}
