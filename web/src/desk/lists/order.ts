// Which of the known conversations a list shows, and in which order. Pure.
import type { Dialog, Me } from "../../api";
import { isHeldBy } from "../conversation/control";
import { NO_FILTER, type Filter, type ListName } from "../route";
import type { Seat } from "../seat";

export interface Wanted {
  list: ListName;
  filter: Filter;
}

/** `paged` are those that the server has put on this list: who had a conversation before is not told with it. */
export function listed(dialogs: Dialog[], { list, filter }: Wanted, { me, app }: Seat, paged: ReadonlySet<string>): Dialog[] {
  const chosen = dialogs.filter(
    (dialog) => dialog.app === app && belongs(dialog, list, me) && fits(dialog, filter, paged.has(dialog.id)),
  );
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
  const { control } = dialog;
  const isSnoozed = dialog.snoozed_until !== null;
  switch (list) {
    case "queue":
      return control?.phase === "waiting";
    case "mine":
      return isHeldBy(me, control) && !isSnoozed;
    case "snoozed":
      return isHeldBy(me, control) && isSnoozed;
    case "assistant":
      return control?.phase === "assistant";
    case "resolved":
      return control?.phase === "closed";
    case "all":
      return true;
  }
}

function fits(dialog: Dialog, filter: Filter, isPaged: boolean): boolean {
  if (filter === NO_FILTER) return true;
  const { control, assistant } = dialog;
  const hasAgent = control?.phase === "agent" && control.agent.id === filter.agent;
  return (
    (filter.assistant === null || assistant?.id === filter.assistant) &&
    (filter.label === null || dialog.labels.some(({ id }) => id === filter.label)) &&
    (filter.agent === null || hasAgent || isPaged)
  );
}

function waitingSince(dialog: Dialog): number {
  return dialog.control?.phase === "waiting" ? dialog.control.since : Infinity;
}
