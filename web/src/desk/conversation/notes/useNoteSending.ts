// Adds a note. Its id is made here and stays until it is stored, so that trying again does not write it twice.
import type { Note } from "../../../api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api } from "../../../api";
import { newMessageId } from "../../../live";
import { addNote } from "./useNotes";

export function useNoteSending(dialog: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const id = useRef<string | null>(null);

  /** Says whether it is stored. */
  const add = async (text: string, mentions: number[]): Promise<boolean> => {
    if (busy) return false;
    id.current ??= newMessageId(Date.now());
    setBusy(true);
    setFailed(null);
    try {
      addNote(queries, await api.post<Note>(`/dialogs/${dialog}/notes`, { id: id.current, text, mentions }));
      id.current = null;
      return true;
    } catch (error) {
      setFailed(`The note was not added. ${error instanceof Error ? error.message : "Try again."}`);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, add };
}
