// One list of conversations: its pages come by GET, everything after that by the live connection.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useLayoutEffect, useMemo } from "react";
import { api, withQuery, type Dialog, type Page } from "../../api";
import { useLive, useLiveState } from "../../live";
import type { ListName } from "../route";
import { useSeat } from "../seat";
import { listed, withinPages } from "./order";

const PAGE = 30;
// Rows that are not watched hear of control, not of words: now and then their last text is fetched anew.
const REFRESH_MS = 60_000;

export function useList(list: ListName) {
  const seat = useSeat();
  const live = useLive();
  const query = useInfiniteQuery({
    queryKey: ["desk", "list", seat.app, list],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Dialog>>(withQuery(`/apps/${seat.app}/dialogs`, { list, limit: PAGE, after: pageParam }), { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH_MS,
  });
  const pages = query.data?.pages;
  useLayoutEffect(() => {
    if (pages) live.dispatch({ type: "dialogs_loaded", dialogs: pages.flatMap((page) => page.items) });
  }, [pages, live]);

  const known = useLiveState((state) => state.dialogs);
  const lastLoaded = query.hasNextPage ? pages?.at(-1)?.items.at(-1) : undefined;
  const dialogs = useMemo(
    () => withinPages(listed(Object.values(known), list, seat), list, lastLoaded),
    [known, list, seat, lastLoaded],
  );
  return { dialogs, query };
}
