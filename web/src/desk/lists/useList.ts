// One list of conversations: its pages come by GET, everything after that by the live connection.
import { hashKey, useInfiniteQuery, useQueryClient, type InfiniteData, type QueryKey } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { api, withQuery, type Dialog, type Page } from "../../api";
import { useLive, useLiveState } from "../../live";
import { NO_FILTER, type Filter, type ListName } from "../route";
import { useSeat } from "../seat";
import { listed, withinPages } from "./order";

const PAGE = 60;
// Rows that are not watched hear of control, not of words: now and then their last text is fetched anew.
const REFRESH_MS = 60_000;
/** Of a long list, only what is on screen is fetched anew. */
const SHORT = 2;

export type Pages = InfiniteData<Page<Dialog>>;

export function useList(list: ListName, filter: Filter = NO_FILTER) {
  const seat = useSeat();
  const live = useLive();
  const queryKey = ["desk", "list", seat.app, list, filter];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(seat.app, { list, filter, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: (current) => isShort(current) && REFRESH_MS,
    refetchOnWindowFocus: isShort,
    refetchOnReconnect: isShort,
  });
  useBeginningOnly(queryKey);
  const pages = query.data?.pages;
  const taken = useRef(new WeakSet<Page<Dialog>>());
  useLayoutEffect(() => {
    const news = pages?.filter((page) => !taken.current.has(page)) ?? [];
    if (news.length === 0) return;
    news.forEach((page) => taken.current.add(page));
    live.dispatch({ type: "dialogs_loaded", dialogs: news.flatMap((page) => page.items) });
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

export function readPage(app: number, { list, filter, after }: { list: ListName; filter: Filter; after: string }, signal?: AbortSignal) {
  return api.get<Page<Dialog>>(withQuery(`/apps/${app}/dialogs`, { list, ...filter, limit: PAGE, after }), { signal });
}

export type ListOfDialogs = ReturnType<typeof useList>;

/** Who comes back to a long list begins at its top again: only that is read anew, not all that was scrolled through. */
function useBeginningOnly(queryKey: QueryKey) {
  const queries = useQueryClient();
  const key = hashKey(queryKey);
  useEffect(() => () => void queries.setQueryData<Pages>(JSON.parse(key) as QueryKey, (known) => known && beginningOf(known, 1)), [queries, key]);
}

export function beginningOf({ pages, pageParams }: Pages, count: number): Pages {
  return { pages: pages.slice(0, count), pageParams: pageParams.slice(0, count) };
}

function isShort({ state }: { state: { data: Pages | undefined } }): boolean {
  return (state.data?.pages.length ?? 0) <= SHORT;
}
