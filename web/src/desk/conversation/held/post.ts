// Says a held reply by a plain request: where the socket is gone, and in the moment in which the page is closed.
import { api } from "../../../api";
import type { HeldReply } from "./queue";

const pathOf = (reply: HeldReply) => `/dialogs/${reply.dialog}/messages`;

export function post(reply: HeldReply): Promise<unknown> {
  return api.post(pathOf(reply), bodyOf(reply));
}

/** Outlives the page. Whether it arrived is found out the next time: its id makes that safe. */
export function postWhileLeaving(reply: HeldReply) {
  const headers = { "content-type": "application/json", "x-baton-csrf": "1" };
  const body = JSON.stringify(bodyOf(reply));
  fetch(`/api/v1${pathOf(reply)}`, { method: "POST", keepalive: true, credentials: "same-origin", headers, body }).catch(() => undefined);
}

function bodyOf({ id, text, attachments }: HeldReply) {
  return { id, text, ...(attachments.length > 0 && { attachments: attachments.map((one) => one.id) }) };
}
