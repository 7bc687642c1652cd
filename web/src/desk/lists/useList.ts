// One list of conversations: its pages come by GET, everything after that by the live connection.
import { useInfiniteQuery, type InfiniteData } from "@tanstack/react-query";
import { useLayoutEffect, useMemo } from "react";
import { api, withQuery, type Dialog, type Page } from "../../api";
import { useLive, useLiveState } from "../../live";
import { NO_FILTER, type Filter, type ListName } from "../route";
import { useSeat } from "../seat";
import { listed, withinPages } from "./order";

export const PAGE = 60;
// Rows that are not watched hear of control, not of words: now and then their last text is fetched anew.
const REFRESH_MS = 60_000;
/** Of a long list, only what is on screen is fetched anew. */
const SHORT = 2;

export type Pages = InfiniteData<Page<Dialog>>;

export function useList(list: ListName, filter: Filter = NO_FILTER) {
  const seat = useSeat();
  const live = useLive();
  const query = useInfiniteQuery({
    queryKey: ["desk", "list", seat.app, list, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Dialog>>(withQuery(`/apps/${seat.app}/dialogs`, { list, ...filter, limit: PAGE, after: pageParam }), { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: (current) => isShort(current) && REFRESH_MS,
    refetchOnWindowFocus: isShort,
    refetchOnReconnect: isShort,
  });
  const pages = query.data?.pages;
  useLayoutEffect(() => {
    if (pages) live.dispatch({ type: "dialogs_loaded", dialogs: pages.flatMap((page) => page.items) });
  }, [pages, live]);

  const known = useLiveState((state) => state.dialogs);
  const lastLoaded = query.hasNextPage ? pages?.at(-1)?.items.at(-1) : undefined;
  const paged = useMemo(() => new Set(pages?.flatMap((page) => page.items.map(({ id }) => id))), [pages]);
  const dialogs = useMemo(
    () => withinPages(listed(Object.values(known), { list, filter }, seat, paged), list, lastLoaded),
    [known, list, filter, seat, paged, lastLoaded],
  );
  return { dialogs, query };
}

export type ListOfDialogs = ReturnType<typeof useList>;

function isShort({ state }: { state: { data: Pages | undefined } }): boolean {
  return (state.data?.pages.length ?? 0) <= SHORT;
}
