// What is found in the conversations of the app, or in those that fit the filter: words of messages and notes, names and
// e-mails of customers; the newest first.
import type { Hit } from "../../api";
import { useEffect } from "react";
import { useLive } from "../../live";
import { usePaged } from "../../paging";
import type { Filter } from "../route";
import { useSeat } from "../seat";

export function useHits(q: string, { assistant, agent, label }: Filter) {
  const { app } = useSeat();
  const live = useLive();
  const query = { q, assistant, agent, label };
  const found = usePaged<Hit>({ key: ["desk", "search", app], path: `/apps/${app}/search`, query, refetchOnFocus: false });
  const pages = found.data?.pages;
  useEffect(() => {
    if (pages) live.dispatch({ type: "dialogs_loaded", dialogs: pages.flatMap(({ items }) => items.map(({ dialog }) => dialog)) });
  }, [pages, live]);
  return found;
}
