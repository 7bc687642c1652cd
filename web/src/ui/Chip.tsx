// Something small that was put somewhere and can be taken away again: a filter, a label, a tag.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./classes";

interface ChipProps {
  children: ReactNode;
  /** What the button does, with the name of what it takes away. */
  removeLabel?: string;
  onRemove?: () => void;
  className?: string;
}

export function Chip({ children, removeLabel, onRemove, className }: ChipProps) {
  return (
    <span
      className={cx(
        "inline-flex h-7 max-w-full min-w-0 items-center rounded-full border border-line text-[13px] font-medium max-md:h-9",
        onRemove ? "pl-2.5" : "px-2.5",
        className,
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
          className="ml-0.5 inline-flex h-full w-7 shrink-0 items-center justify-center rounded-full text-muted hover:text-ink max-md:w-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
