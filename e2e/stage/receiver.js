// A fake receiver of webhooks: keeps what came, and checks its signature as a customer's program would.
import { createHmac } from "node:crypto";
import { startFarEnd } from "./far-end.js";

/** @typedef {{ headers: import("node:http").IncomingHttpHeaders, body: string }} Delivery */

export async function startReceiver() {
  /** @type {Delivery[]} */
  const received = [];
  const server = await startFarEnd(({ headers, body }) => {
    received.push({ headers, body });
    return { status: 204 };
  });
  return { url: `http://127.0.0.1:${server.port}/hook`, received, stop: server.stop };
}

/** By the Standard Webhooks scheme. @param {Delivery} delivery @param {string} secret */
export function isSigned({ headers, body }, secret) {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
