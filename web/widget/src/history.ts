// The visitor's conversations besides the one that is open. Pure.
import { unread } from "./conversation";
import type { State } from "./state";
import type { Dialog } from "./wire";

export interface History {
  /** Null until they were loaded. */
  dialogs: Dialog[] | null;
  /** They could not be loaded, or not anew. */
  failed: boolean;
  /** Whether there are older ones than these, and what becomes of the wish for them. */
  older: "none" | "there" | "loading" | "failed";
}

export const noHistory: History = { dialogs: null, failed: false, older: "none" };

/** Of all conversations together, as the launcher shows it. */
export function allUnread({ conversation, current, history }: State): number {
  const others = (history.dialogs ?? []).filter(({ id }) => id !== current);
  return others.reduce((sum, dialog) => sum + dialog.unread, conversation ? unread(conversation) : 0);
}

/** Whether there is anything to come back to, or to begin another beside. */
export function hasAny({ history }: State): boolean {
  return Boolean(history.dialogs?.length);
}
