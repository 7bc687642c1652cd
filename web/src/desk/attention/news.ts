// Which live events are news for this agent. Pure.
import type { LiveState, ServerFrame } from "../../live";
import type { Seat } from "../seat";

/** The same key for the same news: a place in the queue that moves up is nothing new. Null when it is none. */
export function newsKey(frame: ServerFrame, state: LiveState, { me, app }: Seat): string | null {
  if (frame.kind !== "control" && frame.kind !== "message") return null;
  const dialog = frame.dialog ? state.dialogs[frame.dialog] : undefined;
  if (dialog && dialog.app !== app) return null;
  if (frame.kind === "message") {
    const { id, sender } = frame.body;
    const mine = dialog?.control?.phase === "agent" && dialog.control.agent.id === me.id;
    return mine && sender.kind === "customer" ? id : null;
  }
  const { control } = frame.body;
  const concernsMe = control?.phase === "waiting" || (control?.phase === "agent" && control.agent.id === me.id);
  return control && concernsMe ? `${frame.dialog} ${control.phase} ${control.turn}` : null;
}

/** How many of this agent's conversations have something new in them. */
export function unreadOfMine(state: LiveState, { me, app }: Seat): number {
  return Object.values(state.dialogs).filter(
    ({ app: its, control, unread }) => its === app && unread > 0 && control?.phase === "agent" && control.agent.id === me.id,
  ).length;
}
