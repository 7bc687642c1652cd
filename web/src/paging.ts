// Lists that come in pages: one page after the other for people, all of them where a choice needs the whole list.
import { useInfiniteQuery, type QueryKey } from "@tanstack/react-query";
import { api, withQuery, type Page } from "./api";

interface PagedOptions<T> {
  key: QueryKey;
  path: string;
  query?: Parameters<typeof withQuery>[1];
  /** How soon to ask again, given what is there now. */
  refetch_ms?: (items: T[]) => number | false;
  /** False where a refresh would take away what somebody is reading. */
  refetchOnFocus?: boolean;
}

export function usePaged<T>({ key, path, query = {}, refetch_ms, refetchOnFocus = true }: PagedOptions<T>) {
  const paged = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(withQuery(path, { ...query, after: pageParam }), { signal }),
    refetchOnWindowFocus: refetchOnFocus,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before, beforeQuery) =>
      // While searching, the old list stays until the new one is there; another app's list never does.
      beforeQuery && key.every((part, at) => part === beforeQuery.queryKey[at]) ? before : undefined,
    refetchInterval: (current) => (refetch_ms && current.state.data ? refetch_ms(itemsOf(current.state.data.pages)) : false),
  });
  return { ...paged, items: itemsOf(paged.data?.pages ?? []) };
}

function itemsOf<T>(pages: Page<T>[]): T[] {
  return pages.flatMap((page) => page.items);
}

/** Every entry of a list that is short by nature (apps, AI Agents, an app's agents). */
export async function everyPage<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await api.get<Page<T>>(withQuery(path, { after }), { signal });
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}
