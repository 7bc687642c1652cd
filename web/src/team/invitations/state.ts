// How an invitation stands, in words.
import type { Invitation } from "../../api";
import { dateTime, type Tone } from "../../ui";

interface State {
  label: string;
  tone: Tone;
  detail: string;
}

export function inWords({ state, expires_at, accepted_at }: Invitation): State {
  switch (state) {
    case "open":
      return { label: "Open", tone: "accent", detail: `until ${dateTime(expires_at)}` };
    case "accepted":
      return { label: "Accepted", tone: "ok", detail: accepted_at === null ? "" : dateTime(accepted_at) };
    case "expired":
      return { label: "Expired", tone: "warn", detail: dateTime(expires_at) };
    case "withdrawn":
      return { label: "Withdrawn", tone: "neutral", detail: "The link is dead" };
  }
}
