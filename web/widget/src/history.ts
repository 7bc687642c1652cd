// The visitor's conversations besides the one that is open. Pure.
import { unread } from "./conversation";
import type { State } from "./state";

/** Of all conversations together, as the launcher shows it. */
export function allUnread({ conversation, current, history }: State): number {
  const others = (history ?? []).filter(({ id }) => id !== current);
  return others.reduce((sum, dialog) => sum + dialog.unread, conversation ? unread(conversation) : 0);
}

/** Whether there is anything to come back to, or to begin another beside. */
export function hasAny({ history }: State): boolean {
  return Boolean(history?.length);
}
