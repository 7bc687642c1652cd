// Loads one conversation and keeps it whole: the dialog itself, its newest page, older pages on demand, its handovers.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, withQuery, type Dialog, type Message } from "../../api";
import { useLive, useLiveState } from "../../live";

const PAGE = 40;

interface MessagesPage {
  items: Message[];
  more: boolean;
}

export function useConversation(id: string) {
  const live = useLive();
  const queries = useQueryClient();
  const dialog = useLiveState((state) => state.dialogs[id]);
  const thread = useLiveState((state) => state.threads[id]);
  const generation = useLiveState((state) => state.generation);
  // What was said before the server began to tell us is only in a page read after that.
  const watched = useLiveState((state) => state.watching.includes(id));

  const known = useQuery({
    queryKey: ["desk", "dialog", id, generation],
    queryFn: async ({ signal }) => {
      const loaded = await api.get<Dialog>(`/dialogs/${id}`, { signal });
      live.dispatch({ type: "dialogs_loaded", dialogs: [loaded] });
      return true;
    },
  });
  const newest = useQuery({
    queryKey: ["desk", "thread", id, generation, watched],
    gcTime: 0,
    queryFn: async ({ signal }) => {
      live.dispatch({ type: "thread_opened", dialog: id });
      const page = await api.get<MessagesPage>(withQuery(`/dialogs/${id}/messages`, { limit: PAGE }), { signal });
      live.dispatch({ type: "messages_loaded", dialog: id, messages: page.items, more: page.more, end: "newest" });
      return true;
    },
  });

  useEffect(
    () =>
      live.listen((frame) => {
        // Stored long ago, so its event is behind us: fetch it.
        if (frame.kind === "stored" && frame.dialog === id)
          void queries.invalidateQueries({ queryKey: ["desk", "thread", id] });
      }),
    [live, queries, id],
  );

  const failed = known.error ?? newest.error;
  const retry = () => void queries.invalidateQueries({ queryKey: ["desk"] });
  return { dialog, thread: thread?.loaded ? thread : undefined, failed, retry, ...useOlder(id) };
}

function useOlder(id: string) {
  const live = useLive();
  const asking = useRef(false);
  const [olderFailed, setOlderFailed] = useState<Error | null>(null);
  const loadOlder = useCallback(async () => {
    const thread = live.state().threads[id];
    const oldest = thread?.messages[0];
    if (!thread?.more || !oldest || asking.current) return;
    asking.current = true;
    setOlderFailed(null);
    try {
      const path = withQuery(`/dialogs/${id}/messages`, { before: oldest.seq, limit: PAGE });
      const page = await api.get<MessagesPage>(path);
      live.dispatch({ type: "messages_loaded", dialog: id, messages: page.items, more: page.more, end: "older" });
    } catch (error) {
      setOlderFailed(error as Error);
    } finally {
      asking.current = false;
    }
  }, [live, id]);
  return { loadOlder, olderFailed };
}
