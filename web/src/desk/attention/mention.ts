// A colleague's note that calls for me. Pure.
import type { Me } from "../../api";
import type { ServerFrame } from "../../live";

export interface Mention {
  dialog: string;
  note: string;
  author: string;
}

interface Named {
  id: number;
  full_name: string;
}

export interface NoteFrame {
  kind: "note";
  dialog: string;
  body: { id: string; author: Named; mentions: Named[] };
}

/** Null when it is no note, or not for me. */
export function mentionIn(frame: ServerFrame | NoteFrame, me: Me): Mention | null {
  if (frame.kind !== "note" || me.kind !== "agent") return null;
  const { dialog, body } = frame as NoteFrame;
  const isForMe = body.mentions.some(({ id }) => id === me.id) && body.author.id !== me.id;
  return isForMe ? { dialog, note: body.id, author: body.author.full_name } : null;
}
