// The bar that saves an AI Agent, and what to do when somebody else has saved it in the meantime.
import { ApiError } from "../../api";
import { Button, Notice, toast } from "../../ui";
import { NotSaved, SavingBar } from "../SavingBar";
import type { useDraft } from "./draft";

type Editing = ReturnType<typeof useDraft>;

export function SaveBar({ editing }: { editing: Editing }) {
  const { draft, inTheWay, save, submit, discard } = editing;
  const conflicts = save.error instanceof ApiError && save.error.reason === "version";
  // Those stand beside their fields, and go when these change.
  const aboutFields = save.error instanceof ApiError && save.error.fields.length > 0;
  return (
    <SavingBar
      wide
      unsaved={draft.unsaved}
      saved={savedWith(draft.saved.warnings.length)}
      busy={save.isPending}
      onSave={submit}
      onDiscard={discard}
      trouble={conflicts ? <Conflict editing={editing} /> : <NotSaved errors={inTheWay} error={aboutFields ? null : save.error} />}
    />
  );
}

function savedWith(warnings: number): string {
  if (warnings === 0) return "Everything is saved";
  return warnings === 1 ? "Everything is saved, with one warning above" : `Everything is saved, with ${warnings} warnings above`;
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
