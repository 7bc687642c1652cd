// How long a customer has been waiting for a person. Grows more urgent, without blinking.
import { Clock } from "lucide-react";
import { cx } from "../ui";
import { useNow } from "./now";

const LONG_MS = 2 * 60_000;
const TOO_LONG_MS = 10 * 60_000;

export function WaitingClock({ since, className }: { since: number; className?: string }) {
  const waited = Math.max(0, useNow() - since);
  const tone = waited >= TOO_LONG_MS ? "text-danger" : waited >= LONG_MS ? "text-warn" : "text-muted";
  return (
    <span
      className={cx("inline-flex items-center gap-1 text-[13px] font-medium whitespace-nowrap tabular-nums", tone, className)}
    >
      <Clock aria-hidden className="size-3.5" />
      <span className="sr-only">Waiting for </span>
      {/* Its baseline, not the icon's, is the one that a line of text stands on. */}
      <span className="self-baseline">{lasting(waited)}</span>
    </span>
  );
}

/** "0:42", "14 min", "1 h 5 min", "3 d". */
export function lasting(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 2) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  if (hours < 1) return `${minutes} min`;
  if (hours < 24) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d`;
}
