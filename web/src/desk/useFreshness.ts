// Keeps what was fetched in step with the live connection: everything again after a gap, one dialog when it is new to us,
// and who I am and how the labels are called when that was changed.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, type Dialog } from "../api";
import { isMe, useLive, useLiveState } from "../live";
import { beginningOf, type Pages } from "./lists/useList";
import { useSeat } from "./seat";

/** Of a long list, the beginning is read again; the rest when somebody gets there. */
const PAGES_AGAIN = 3;

export function useFreshness() {
  const { me } = useSeat();
  const live = useLive();
  const queries = useQueryClient();
  const generation = useLiveState((state) => state.generation);
  const signedOut = useLiveState((state) => state.connection.phase === "signed_out");

  useEffect(() => {
    if (generation === 0) return;
    queries.setQueriesData<Pages>({ queryKey: ["desk", "list"] }, (known) => known && beginningOf(known, PAGES_AGAIN));
    void queries.invalidateQueries({ queryKey: ["desk"] });
  }, [generation, queries]);

  useEffect(() => {
    if (signedOut) queries.setQueryData(["me"], null);
  }, [signedOut, queries]);

  useEffect(() => {
    const asked = new Set<string>();
    return live.listen(({ kind, ...rest }) => {
      const id = "dialog" in rest ? rest.dialog : null;
      if ((kind !== "control" && kind !== "message" && kind !== "offer") || !id || live.state().dialogs[id] || asked.has(id)) return;
      asked.add(id);
      api
        .get<Dialog>(`/dialogs/${id}`)
        .then((dialog) => live.dispatch({ type: "dialogs_loaded", dialogs: [dialog] }))
        // The next event about it, or the next look at the list, asks again.
        .catch(() => undefined)
        .finally(() => asked.delete(id));
    });
  }, [live]);

  // An admin may have let me supervise, or no longer; somebody may have renamed a label, or thrown it away.
  useEffect(
    () =>
      live.listen((frame) => {
        if (frame.kind === "label") void queries.invalidateQueries({ queryKey: ["desk", "labels"] });
        if (frame.kind === "presence" && isMe({ id: frame.body.agent, kind: "agent" }, me)) {
          void queries.invalidateQueries({ queryKey: ["me"] });
        }
      }),
    [live, queries, me],
  );
}
