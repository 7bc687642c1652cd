// What an agent can wish for in a conversation. The server decides; its answer, or its no, is shown.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ApiError, type Dialog, type Note } from "../../api";
import { useLive } from "../../live";
import { hasTaken } from "../words";
import { useHeld } from "./held/useHeld";
import { addNote } from "./notes/useNotes";

export interface Refused {
  /** The turn it was refused in: once control moves on, the sentence is old. */
  turn: number | null;
  sentence: string;
  lostRace: boolean;
}

export function useWishes(dialog: Dialog) {
  const live = useLive();
  const queries = useQueryClient();
  const { held } = useHeld();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const path = `/dialogs/${dialog.id}`;
  const turn = dialog.control?.turn ?? null;

  /** Says whether the wish was granted. */
  const wish = async (name: string, ask: () => Promise<Dialog>): Promise<boolean> => {
    if (busy) return false;
    setBusy(name);
    setRefused(null);
    try {
      // What was said before this must come before this.
      await held.deliver(dialog.id);
      live.dispatch({ type: "dialogs_loaded", dialogs: [await ask()] });
      return true;
    } catch (error) {
      setRefused(refusalOf(error, turn));
      void queries.invalidateQueries({ queryKey: ["desk", "dialog", dialog.id] });
      return false;
    } finally {
      setBusy(null);
    }
  };

  return {
    busy,
    refused: refused?.turn === turn ? refused : null,
    take: () => wish("take", () => api.put<Dialog>(`${path}/claim`)),
    /** From a colleague: naming oneself, so that nobody takes over by chance what was just taken. */
    takeOver: (me: number) => wish("take", () => api.put<Dialog>(`${path}/assignee`, { agent: me })),
    decline: () => wish("decline", () => api.delete<Dialog>(`${path}/offer`)),
    giveBack: () => wish("give_back", () => api.delete<Dialog>(`${path}/claim`)),
    /** The note first: whoever gets it finds it there. */
    transfer: (agent: number | null, note: string) =>
      wish("transfer", async () => {
        if (note) addNote(queries, await api.post<Note>(`${path}/notes`, { text: note }));
        return api.put<Dialog>(`${path}/assignee`, { agent });
      }),
    resolve: (solved: boolean) => wish("resolve", () => api.put<Dialog>(`${path}/resolution`, { solved })),
  };
}

export type Wishes = ReturnType<typeof useWishes>;

function refusalOf(error: unknown, turn: number | null): Refused {
  if (error instanceof ApiError && error.reason === "held_by_another" && error.holder) {
    return { turn, sentence: hasTaken(error.holder.full_name), lostRace: true };
  }
  return { turn, sentence: error instanceof Error ? error.message : "That did not work. Try again.", lostRace: false };
}
