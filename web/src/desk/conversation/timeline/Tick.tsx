// How far a message of an agent got: stored, delivered, read.
import { Check, CheckCheck } from "lucide-react";
import type { Mark } from "../../../live";
import { cx } from "../../../ui";

export type Reach = "sent" | "delivered" | "read";

const WORDS: Record<Reach, string> = { sent: "Sent", delivered: "Delivered", read: "Read" };

export function Tick({ reach }: { reach: Reach }) {
  const Icon = reach === "sent" ? Check : CheckCheck;
  return (
    <span title={WORDS[reach]} className={cx("inline-flex", reach === "read" && "text-accent-ink")}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{WORDS[reach]}</span>
    </span>
  );
}

export function reachOf(seq: number, customer: Mark | undefined): Reach {
  if (customer && customer.read_seq >= seq) return "read";
  return customer && customer.delivered_seq >= seq ? "delivered" : "sent";
}
