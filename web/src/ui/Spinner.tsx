// Something is on its way. Appears only after a moment, so that fast answers do not flash.
import { CloudOff, LoaderCircle } from "lucide-react";
import { cx } from "./classes";
import { useOnline } from "./useOnline";

export function Spinner({ label = "Loading", className }: { label?: string; className?: string }) {
  return (
    <span role="status" className={cx("inline-flex items-center gap-2 text-muted [animation:appear_200ms_300ms_both]", className)}>
      <LoaderCircle aria-hidden className="size-5 animate-spin" />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** For a whole page or part. Without a connection nothing turns: it says when it goes on. */
export function CenteredSpinner() {
  const online = useOnline();
  return (
    <div className="flex min-h-40 items-center justify-center">
      {online ? (
        <Spinner />
      ) : (
        <p className="flex items-center gap-2.5 px-4 text-muted">
          <CloudOff aria-hidden className="size-5 shrink-0" />
          This appears when the connection is back.
        </p>
      )}
    </div>
  );
}
