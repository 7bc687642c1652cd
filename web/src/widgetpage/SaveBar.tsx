// The bar that saves the widget, and what to do when somebody else has saved its AI Agent in the meantime.
import { Conflict, isConflict, NotSaved, SavingBar } from "../saving";
import type { Editing } from "./draft";

export function SaveBar({ editing: { draft, errors, save, submit, discard, keepMine, loadTheirs } }: { editing: Editing }) {
  return (
    <SavingBar
      unsaved={draft.unsaved}
      saved="Everything is saved"
      busy={save.isPending}
      onSave={submit}
      onDiscard={discard}
      trouble={
        isConflict(save.error) ? (
          <Conflict
            what="this AI Agent"
            keeping="Keep your widget beside their other changes"
            onKeepMine={keepMine}
            onLoadTheirs={loadTheirs}
          />
        ) : (
          <NotSaved errors={errors} error={save.error} />
        )
      }
    />
  );
}
