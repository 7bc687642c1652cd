// What is news for an agent: which live events, and which of their conversations. Pure.
import { isMe, type LiveState, type ServerFrame } from "../../live";
import { isHeldBy } from "../conversation/control";
import type { Seat } from "../seat";
import { mentionIn } from "./mention";
import { isForMe } from "./notice";

/** The same key for the same news: a place in the queue that moves up is nothing new. Null when it is none. */
export function newsKey(frame: ServerFrame, state: LiveState, { me, app }: Seat): string | null {
  if (frame.kind === "offer") return frame.body.offer && isMe(frame.body.offer.agent, me) ? `${frame.dialog} offer ${frame.seq}` : null;
  if (frame.kind === "notice") return isForMe(frame.body, me) ? `${frame.dialog} notice ${frame.seq}` : null;
  if (frame.kind === "warning") return frame.body.agent === me.id && me.kind === "agent" ? `${frame.dialog} warning ${frame.seq}` : null;
  const mention = mentionIn(frame, me);
  if (mention) return `${mention.dialog} note ${mention.note}`;
  if (frame.kind !== "control" && frame.kind !== "message") return null;
  const dialog = frame.dialog ? state.dialogs[frame.dialog] : undefined;
  if (dialog && dialog.app !== app) return null;
  if (frame.kind === "message") {
    const { id, sender } = frame.body;
    return isHeldBy(me, dialog?.control) && sender.kind === "customer" ? id : null;
  }
  const { control } = frame.body;
  const concernsMe = control?.phase === "waiting" || isHeldBy(me, control);
  return control && concernsMe ? `${frame.dialog} ${control.phase} ${control.turn}` : null;
}

/** This agent's conversations in which there is something unread, or which they were just given. */
export function unseenOf(dialogs: LiveState["dialogs"], assigned: ReadonlySet<string>, { me, app }: Seat): string[] {
  return Object.values(dialogs)
    .filter(({ app: its, control }) => its === app && isHeldBy(me, control))
    .filter(({ id, unread }) => unread > 0 || assigned.has(id))
    .map(({ id }) => id);
}
