// The bar that saves an AI Agent, and what to do when somebody else has saved it in the meantime.
import { ApiError } from "../../api";
import { Conflict, isConflict, NotSaved, SavingBar } from "../../saving";
import type { useDraft } from "./draft";

type Editing = ReturnType<typeof useDraft>;

export function SaveBar({ editing: { draft, inTheWay, save, submit, discard, overwrite, reload } }: { editing: Editing }) {
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
      trouble={
        isConflict(save.error) ? (
          <Conflict what="this AI Agent" keeping="Keep your version, which replaces theirs" onKeepMine={overwrite} onLoadTheirs={reload} />
        ) : (
          <NotSaved errors={inTheWay} error={aboutFields ? null : save.error} />
        )
      }
    />
  );
}

function savedWith(warnings: number): string {
  if (warnings === 0) return "Everything is saved";
  return warnings === 1 ? "Everything is saved, with one warning above" : `Everything is saved, with ${warnings} warnings above`;
}
