// How a delivery stands and what came of it, in words.
import type { Tone } from "../../ui";
import type { Delivery, DeliveryState } from "../soon";

export const STATES: Record<DeliveryState, { label: string; tone: Tone }> = {
  pending: { label: "Being sent", tone: "accent" },
  delivered: { label: "Delivered", tone: "ok" },
  failed: { label: "Failed", tone: "danger" },
};

export const FILTERS: { value: DeliveryState | ""; label: string }[] = [
  { value: "", label: "Every state" },
  { value: "pending", label: STATES.pending.label },
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
