// What a website's server does to vouch for its customers: signs a token with the app's identity secret.
import { createHmac } from "node:crypto";

const HOUR_S = 3_600;

/** @param {string} secret @param {{ sub: string, name?: string, exp?: number }} claims */
export function identityToken(secret, { exp = Math.floor(Date.now() / 1_000) + HOUR_S, ...who }) {
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ ...who, exp })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
