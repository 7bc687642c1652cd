// How many conversations an agent has, of how many they may be assigned: in numbers, and as a small bar.
import type { Agent } from "./api";
import { cx } from "./ui";

export function AgentLoad({ agent: { load, capacity } }: { agent: Pick<Agent, "load" | "capacity"> }) {
  const isFull = load >= capacity;
  const share = isFull ? 1 : load / capacity;
  return (
    <span className="inline-flex items-center gap-2.5 text-sm whitespace-nowrap tabular-nums">
      <span>
        {load} of {capacity}
      </span>
      <span aria-hidden className="h-1.5 w-14 overflow-hidden rounded-full bg-line">
        <span className={cx("block h-full rounded-full", isFull ? "bg-warn" : "bg-accent")} style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}
