// Something is on its way. Appears only after a moment, so that fast answers do not flash.
import { LoaderCircle } from "lucide-react";
import { cx } from "./classes";

export function Spinner({ label = "Loading", className }: { label?: string; className?: string }) {
  return (
    <span role="status" className={cx("inline-flex items-center gap-2 text-muted [animation:appear_200ms_300ms_both]", className)}>
      <LoaderCircle aria-hidden className="size-5 animate-spin" />
      <span className="sr-only">{label}</span>
    </span>
  );
}

export function CenteredSpinner() {
  return (
    <div className="flex min-h-40 items-center justify-center">
      <Spinner />
    </div>
  );
}
