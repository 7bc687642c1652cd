// The private notes of one conversation: all of them, then each new one as it is written.
import type { Note } from "../../../api";
import { queryOptions, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isMe, useLive, useLiveState } from "../../../live";
import { everyPage } from "../../../paging";
import { announce } from "../../announce";
import { useSeat } from "../../seat";

const NONE: Note[] = [];

export function useNotes(dialog: string): Note[] {
  return useQuery(notesOf(dialog)).data ?? NONE;
}

export function notesOf(dialog: string) {
  return queryOptions({
    queryKey: keyOf(dialog),
    queryFn: ({ signal }) => everyPage<Note>(`/dialogs/${dialog}/notes`, signal),
  });
}

/** Once for each open conversation: adds what is written by others, and says it to who does not see it. */
export function useNoteNews(dialog: string) {
  const { me } = useSeat();
  const live = useLive();
  const queries = useQueryClient();
  const watched = useLiveState((state) => state.watching.includes(dialog));
  useEffect(
    () =>
      live.listen((frame) => {
        if (frame.kind !== "note" || frame.dialog !== dialog) return;
        addNote(queries, frame.body);
        if (!isMe(frame.body.author, me)) announce(`Private note by ${frame.body.author.full_name}: ${frame.body.text}`);
      }),
    [live, queries, dialog, me],
  );
  // What was written before the server began to tell us is only in what is read after that.
  useEffect(() => {
    if (watched) void queries.invalidateQueries({ queryKey: keyOf(dialog) });
  }, [watched, queries, dialog]);
}

export function addNote(queries: QueryClient, note: Note) {
  const key = keyOf(note.dialog);
  queries.setQueryData<Note[]>(key, (notes) => (notes?.some(({ id }) => id === note.id) ? notes : notes && [...notes, note]));
  // What is being read just now may not have it yet.
  if (queries.isFetching({ queryKey: key }) > 0) void queries.invalidateQueries({ queryKey: key });
}

function keyOf(dialog: string) {
  return ["desk", "notes", dialog];
}
