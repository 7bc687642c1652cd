// Which conversation to turn to next: of mine whose customer waits longest, then of the queue. Pure.
import type { Dialog } from "../api";
import { isHeldBy } from "./conversation/control";
import { waitsSince } from "./lists/order";
import type { ListName } from "./route";
import type { Seat } from "./seat";

export interface Turn {
  dialog: string;
  list: ListName;
}

/** Null when nobody waits but the one in the open conversation, and those who were put aside. */
export function nextTurn(dialogs: Dialog[], open: string | null, { me, app }: Seat): Turn | null {
  const waiting = dialogs
    .filter((dialog) => dialog.app === app && dialog.id !== open && waitsSince(dialog) !== null && dialog.snoozed_until === null)
    .sort((a, b) => (waitsSince(a) ?? 0) - (waitsSince(b) ?? 0));
  const mine = waiting.find(({ control }) => isHeldBy(me, control));
  if (mine) return { dialog: mine.id, list: "mine" };
  const queued = waiting.find(({ control }) => control?.phase === "waiting");
  return queued ? { dialog: queued.id, list: "queue" } : null;
}
