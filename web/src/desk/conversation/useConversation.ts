// Loads one conversation and keeps it whole: the dialog itself, the page to begin with, older and newer ones on demand.
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, withQuery, type Dialog, type Message } from "../../api";
import { useLive, useLiveState, type Live } from "../../live";
import { notesOf } from "./notes/useNotes";
import type { Target } from "./useTarget";

const FIRST_PAGE = 40;
const MORE_PAGE = 100;

interface MessagesPage {
  items: Message[];
  more: boolean;
}

/** It opens at the message or note that is meant, otherwise at the newest. */
export function useConversation(id: string, { at, note }: Target) {
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
  const page = useQuery({
    queryKey: ["desk", "thread", id, generation, watched, at, note],
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const around = at ?? (note && (await placeOf(queries, id, note)));
      if (around) await loadAround(live, id, around, signal);
      // Who reads in the middle stays there; the newest come when they get there.
      else if (!live.state().threads[id]?.newer) await loadNewest(live, id, signal);
      return true;
    },
  });

  useEffect(() => () => live.dispatch({ type: "thread_left", dialog: id }), [live, id]);

  useEffect(
    () =>
      live.listen((frame) => {
        // Stored long ago, so its event is behind us: fetch it.
        if (frame.kind === "stored" && frame.dialog === id)
          void queries.invalidateQueries({ queryKey: ["desk", "thread", id] });
      }),
    [live, queries, id],
  );

  const failed = known.error ?? page.error;
  const retry = () => void queries.invalidateQueries({ queryKey: ["desk"] });
  const toNewest = useCallback(() => loadNewest(live, id), [live, id]);
  return { dialog, thread: thread?.loaded ? thread : undefined, failed, retry, toNewest, ...useMore(id) };
}

async function read(id: string, query: Record<string, number>, signal?: AbortSignal): Promise<MessagesPage> {
  return api.get<MessagesPage>(withQuery(`/dialogs/${id}/messages`, query), signal ? { signal } : {});
}

async function loadNewest(live: Live, id: string, signal?: AbortSignal) {
  live.dispatch({ type: "thread_opened", dialog: id });
  const { items, more } = await read(id, { limit: FIRST_PAGE }, signal);
  live.dispatch({ type: "messages_loaded", dialog: id, messages: items, more, end: "newest" });
}

async function loadAround(live: Live, id: string, at: number, signal: AbortSignal) {
  const { messages: shown = [], newer = false } = live.state().threads[id] ?? {};
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (first && last && first.seq <= at && (at <= last.seq || !newer)) return;
  live.dispatch({ type: "thread_opened", dialog: id });
  const [before, after] = await Promise.all([
    read(id, { before: at + 1, limit: FIRST_PAGE }, signal),
    read(id, { after: at, limit: FIRST_PAGE }, signal),
  ]);
  const messages = [...before.items, ...after.items];
  live.dispatch({ type: "messages_around", dialog: id, messages, more: before.more, newer: after.more });
}

/** The number of a note among the messages; null for a note that is not there. */
async function placeOf(queries: QueryClient, id: string, note: string): Promise<number | null> {
  const notes = await queries.fetchQuery(notesOf(id));
  return notes.find((one) => one.id === note)?.seq || null;
}

function useMore(id: string) {
  const live = useLive();
  const asking = useRef(false);
  const [moreFailed, setMoreFailed] = useState<{ end: "older" | "newer"; error: Error } | null>(null);
  const load = useCallback(
    async (end: "older" | "newer") => {
      const thread = live.state().threads[id];
      const edge = end === "older" ? thread?.messages[0] : thread?.messages.at(-1);
      const isThere = end === "older" ? thread?.more : thread?.newer;
      if (!isThere || !edge || asking.current) return;
      asking.current = true;
      setMoreFailed(null);
      try {
        const page = await read(id, { [end === "older" ? "before" : "after"]: edge.seq, limit: MORE_PAGE });
        live.dispatch({ type: "messages_loaded", dialog: id, messages: page.items, more: page.more, end });
      } catch (error) {
        setMoreFailed({ end, error: error as Error });
      } finally {
        asking.current = false;
      }
    },
    [live, id],
  );
  const loadOlder = useCallback(() => load("older"), [load]);
  const loadNewer = useCallback(() => load("newer"), [load]);
  return { loadOlder, loadNewer, moreFailed };
}

export type Pages = Pick<ReturnType<typeof useConversation>, "loadOlder" | "loadNewer" | "moreFailed" | "toNewest">;
