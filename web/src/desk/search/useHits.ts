// What is found in all conversations of the app: words of messages, names and e-mails of customers; the newest first.
import type { Hit } from "../../api";
import { useEffect } from "react";
import { useLive } from "../../live";
import { usePaged } from "../../paging";
import { useSeat } from "../seat";

export function useHits(q: string) {
  const { app } = useSeat();
  const live = useLive();
  const found = usePaged<Hit>({ key: ["desk", "search", app], path: `/apps/${app}/search`, query: { q }, refetchOnFocus: false });
  const pages = found.data?.pages;
  useEffect(() => {
    if (pages) live.dispatch({ type: "dialogs_loaded", dialogs: pages.flatMap(({ items }) => items.map(({ dialog }) => dialog)) });
  }, [pages, live]);
  return found;
}
