// Which of the known conversations a list shows, and in which order. Pure.
import type { Dialog, Me } from "../../api";
import { isHeldBy } from "../conversation/control";
import type { ListName } from "../route";
import type { Seat } from "../seat";

export function listed(dialogs: Dialog[], list: ListName, { me, app }: Seat): Dialog[] {
  const chosen = dialogs.filter((dialog) => dialog.app === app && belongs(dialog, list, me));
  return list === "queue"
    ? chosen.sort((a, b) => waitingSince(a) - waitingSince(b))
    : chosen.sort((a, b) => b.updated_at - a.updated_at || (a.id < b.id ? 1 : -1));
}

/** Of what is known beyond the last loaded page, nothing is shown: between the two there may be more. */
export function withinPages(dialogs: Dialog[], list: ListName, lastLoaded: Dialog | undefined): Dialog[] {
  if (!lastLoaded) return dialogs;
  return list === "queue"
    ? dialogs.filter((dialog) => waitingSince(dialog) <= waitingSince(lastLoaded))
    : dialogs.filter((dialog) => dialog.updated_at >= lastLoaded.updated_at);
}

/** Since when the customer waits for a person's answer, if they do. */
export function waitsSince(dialog: Dialog): number | null {
  if (dialog.control?.phase === "waiting") return dialog.control.since;
  return dialog.control?.phase === "agent" ? dialog.control.owes_reply_since : null;
}

function belongs(dialog: Dialog, list: ListName, me: Me): boolean {
  if (list === "queue") return dialog.control?.phase === "waiting";
  if (list === "mine") return isHeldBy(me, dialog.control);
  return true;
}

function waitingSince(dialog: Dialog): number {
  return dialog.control?.phase === "waiting" ? dialog.control.since : Infinity;
}
