// Stays at the bottom of the settings: says whether anything is unsaved, saves it, and explains what stands in the way.
import { ApiError } from "../../api";
import { Button, Notice, toast } from "../../ui";
import type { useDraft } from "./draft";

type Editing = ReturnType<typeof useDraft>;

export function SaveBar({ editing }: { editing: Editing }) {
  const { draft, save, submit, discard } = editing;
  return (
    <div className="sticky bottom-0 z-20 border-t border-line bg-surface py-3">
      <div className="mx-auto flex max-w-5xl flex-col gap-3 px-4 sm:px-8">
        <Trouble editing={editing} />
        <div className="flex items-center justify-end gap-2">
          <p role="status" className="min-w-0 flex-1 text-sm text-muted">
            {draft.unsaved ? "Unsaved changes" : savedWith(draft.saved.warnings.length)}
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

function savedWith(warnings: number): string {
  if (warnings === 0) return "Everything is saved";
  return warnings === 1 ? "Everything is saved, with one warning above" : `Everything is saved, with ${warnings} warnings above`;
}

function Trouble({ editing }: { editing: Editing }) {
  const { errors, save } = editing;
  if (save.error instanceof ApiError && save.error.reason === "version") return <Conflict editing={editing} />;
  if (errors.length > 0) {
    return (
      <Notice tone="danger" title="Not saved yet">
        <ul>
          {errors.map((error) => (
            <li key={error.field}>{error.message}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return save.isError ? (
    <Notice tone="danger" title="Not saved">
      {save.error.message}
    </Notice>
  ) : null;
}

function Conflict({ editing: { reload, overwrite } }: { editing: Editing }) {
  const orSay = (wish: () => Promise<void>) => () => void wish().catch(toast.failed);
  return (
    <Notice tone="warn" title="Somebody else has saved this AI Agent in the meantime">
      <p>Nothing of yours is lost yet. Keep your version, which replaces theirs, or load theirs, which drops your changes.</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={orSay(overwrite)}>
          Keep mine
        </Button>
        <Button size="sm" onClick={orSay(reload)}>
          Load theirs
        </Button>
      </div>
    </Notice>
  );
}
