// That nobody has looked yet, in words for whoever is told, and the way there. Pure.
import type { Dialog, Me } from "../../api";
import type { NoticeNews } from "../../live";
import { isHeldBy } from "../conversation/control";
import { customerName } from "../words";

export function isForMe({ agents }: NoticeNews, me: Me): boolean {
  return me.kind === "agent" && agents.includes(me.id);
}

/** Told once for each step, and again when the customer waits anew. */
export function noticeKey(dialog: string, { step, since }: NoticeNews): string {
  return `${dialog} ${since} ${step}`;
}

export function noticeInWords(dialog: Dialog | undefined, me: Me): string {
  const name = dialog ? customerName(dialog) : "A customer";
  if (dialog?.control?.phase === "waiting") return `${name} waits for a person.`;
  return isHeldBy(me, dialog?.control) ? `${name} waits for your reply.` : `${name} waits for your team's reply.`;
}

/** In the list where it is to be found. */
export function placeOf(id: string, dialog: Dialog | undefined, me: Me): string {
  const list = dialog?.control?.phase === "waiting" ? "queue" : isHeldBy(me, dialog?.control) ? "mine" : "all";
  return `/desk/${list}/${id}`;
}
