// Stays at the bottom of the page: says whether anything is unsaved, saves it, and what to do when somebody else was faster.
import type { ReactNode } from "react";
import { ApiError } from "../api";
import { Button, Notice, toast } from "../ui";
import type { Editing } from "./draft";

export function SaveBar({ editing }: { editing: Editing }) {
  const { draft, save, submit, discard } = editing;
  return (
    <div className="sticky bottom-0 z-20 border-t border-line bg-surface py-3">
      <div className="mx-auto flex max-w-5xl flex-col gap-3 px-4 sm:px-8">
        <Trouble editing={editing} />
        <div className="flex items-center justify-end gap-2">
          <p role="status" className="min-w-0 flex-1 text-sm text-muted">
            {draft.unsaved ? "Unsaved changes" : "Everything is saved"}
          </p>
          {draft.unsaved ? <Button onClick={discard}>Discard</Button> : null}
          <Button variant="primary" busy={save.isPending} disabled={!draft.unsaved} onClick={submit}>
            Save
          </Button>
        </div>
      </div>
    </div>
  );
}

function Trouble({ editing: { errors, save, keepMine, loadTheirs } }: { editing: Editing }): ReactNode {
  const orSay = (wish: () => Promise<void>) => () => void wish().catch(toast.failed);
  if (save.error instanceof ApiError && save.error.reason === "version") {
    return (
      <Notice tone="warn" title="Somebody else has saved this AI Agent in the meantime">
        <p>Nothing of yours is lost yet. Keep your widget beside their other changes, or load theirs, which drops yours.</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="sm" onClick={orSay(keepMine)}>
            Keep mine
          </Button>
          <Button size="sm" onClick={orSay(loadTheirs)}>
            Load theirs
          </Button>
        </div>
      </Notice>
    );
  }
  if (errors.length > 0) {
    return (
      <Notice tone="danger" title="Not saved yet">
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return save.error ? (
    <Notice tone="danger" title="Not saved">
      {save.error.message}
    </Notice>
  ) : null;
}
