// How far something has come. Without an end in sight, it only shows that it goes on.
import { cx } from "./classes";

interface ProgressProps {
  /** What is under way, for who cannot see the bar. */
  label: string;
  done: number;
  total: number | null;
  className?: string;
}

export function Progress({ label, done, total, className }: ProgressProps) {
  const share = total ? Math.min(1, done / total) : null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      className={cx("h-1.5 overflow-hidden rounded-full bg-line", className)}
    >
      <div
        className={cx("h-full rounded-full bg-accent", share === null ? "w-1/3 animate-pulse" : "transition-[width] duration-500")}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
