// What the live connection tells of sources and websites, taken into the lists that are on screen as it comes.
import { useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Page, Site, Source } from "../api";
import { Live, liveUrl, type ServerFrame } from "../live";

/** A busy server tells of many sources at once; the numbers above them need not keep pace with each. */
const NUMBERS_MS = 1_000;

export function useKnowledgeNews(app: number) {
  const queries = useQueryClient();
  useEffect(() => {
    const live = new Live(liveUrl(location), app);
    const numbers = atMostEvery(NUMBERS_MS, () => void queries.invalidateQueries({ queryKey: ["knowledge", app] }));
    let generation = live.state().generation;
    const deaf = live.listen((frame) => {
      if (take(queries, app, frame)) numbers.soon();
    });
    const unsubscribe = live.subscribe(() => {
      if (live.state().generation === generation) return;
      generation = live.state().generation;
      for (const key of ["sources", "sites", "knowledge"]) void queries.invalidateQueries({ queryKey: [key, app] });
    });
    live.start();
    return () => {
      numbers.stop();
      unsubscribe();
      deaf();
      live.stop();
    };
  }, [app, queries]);
}

/** Says whether it was about knowledge. */
function take(queries: QueryClient, app: number, frame: ServerFrame): boolean {
  if (frame.kind === "source") {
    takeItem<Source>(queries, ["sources", app], frame.body);
    void queries.invalidateQueries({ queryKey: ["source", app, frame.body.id] });
    return true;
  }
  if (frame.kind === "site") {
    takeItem<Site>(queries, ["sites", app], frame.body);
    return true;
  }
  return false;
}

/** What is not on screen yet is asked for, so that it comes in its place. */
function takeItem<T extends { id: string }>(queries: QueryClient, queryKey: unknown[], item: T) {
  for (const [key, data] of queries.getQueriesData<InfiniteData<Page<T>>>({ queryKey })) {
    const replaced = data && withItem(data, item);
    if (replaced) queries.setQueryData(key, replaced);
    else void queries.invalidateQueries({ queryKey: key, exact: true });
  }
}

/** Null when none of the pages has it. */
export function withItem<T extends { id: string }>(data: InfiniteData<Page<T>>, item: T): InfiniteData<Page<T>> | null {
  const has = (page: Page<T>) => page.items.some(({ id }) => id === item.id);
  if (!data.pages.some(has)) return null;
  const pages = data.pages.map((page) =>
    has(page) ? { ...page, items: page.items.map((one) => (one.id === item.id ? item : one)) } : page,
  );
  return { ...data, pages };
}

function atMostEvery(ms: number, act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
