// Stays at the bottom of a page of settings: says whether anything is unsaved, saves it, and explains what stands in the way.
import type { ReactNode } from "react";
import { Button, cx, Notice } from "../ui";
import type { FieldErrors } from "./errors";

interface SavingBarProps {
  unsaved: boolean;
  /** What is said while nothing is unsaved. */
  saved: string;
  busy: boolean;
  onSave: () => void;
  onDiscard: () => void;
  /** What stands in the way of saving. */
  trouble: ReactNode;
  /** As the page above it. */
  wide?: boolean;
}

export function SavingBar({ unsaved, saved, busy, onSave, onDiscard, trouble, wide }: SavingBarProps) {
  return (
    <div className="sticky bottom-0 z-20 border-t border-line bg-surface py-3">
      <div className={cx("mx-auto flex flex-col gap-3 px-4 sm:px-8", wide ? "max-w-7xl" : "max-w-5xl")}>
        {trouble}
        <div className="flex items-center justify-end gap-2">
          <p role="status" className="min-w-0 flex-1 text-sm text-muted">
            {unsaved ? "Unsaved changes" : saved}
          </p>
          {unsaved ? <Button onClick={onDiscard}>Discard</Button> : null}
          <Button variant="primary" busy={busy} disabled={!unsaved} onClick={onSave}>
            Save
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What is wrong on the page, or else why the server did not save it. */
export function NotSaved({ errors, error }: { errors: FieldErrors; error: Error | null }) {
  if (errors.length > 0) {
    return (
      <Notice tone="danger" title="Not saved yet">
        <ul>
          {errors.map((wrong) => (
            <li key={wrong.field}>{wrong.message}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return error ? (
    <Notice tone="danger" title="Not saved">
      {error.message}
    </Notice>
  ) : null;
}
