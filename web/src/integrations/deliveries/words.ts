// How a delivery stands and what came of it, in words.
import type { Delivery, DeliveryState } from "../../api";
import type { Tone } from "../../ui";

interface State {
  label: string;
  tone: Tone;
}

const STATES: Record<DeliveryState, State> = {
  pending: { label: "Being sent", tone: "accent" },
  delivered: { label: "Delivered", tone: "ok" },
  failed: { label: "Given up", tone: "danger" },
};
const TRIED_IN_VAIN: State = { label: "Failed, tried again", tone: "warn" };

/** What is on its way may have failed before. */
export function stateInWords({ state, attempts }: Pick<Delivery, "state" | "attempts">): State {
  return state === "pending" && attempts > 0 ? TRIED_IN_VAIN : STATES[state];
}

export const FILTERS: { value: DeliveryState | ""; label: string }[] = [
  { value: "", label: "Every state" },
  { value: "pending", label: "On its way" },
  { value: "delivered", label: STATES.delivered.label },
  { value: "failed", label: STATES.failed.label },
];

export function stateNamed(name: string | null): DeliveryState | undefined {
  return name === "pending" || name === "delivered" || name === "failed" ? name : undefined;
}

/** What the receiver said, or why it said nothing. */
export function answerInWords({ status, error }: Pick<Delivery, "status" | "error">): string {
  if (status === null) return error ?? "–";
  return error === null || error.includes(String(status)) ? (error ?? `HTTP ${status}`) : `HTTP ${status}: ${error}`;
}

/** JSON with line breaks; anything else as it is. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
