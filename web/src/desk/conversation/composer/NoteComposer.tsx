// Where an agent writes to colleagues. It looks different from a reply in every way, so that no note reaches a customer.
import { NotebookPen } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Dialog } from "../../../api";
import { Button, Field, FieldError } from "../../../ui";
import { announce } from "../../announce";
import { keepDraft, noteDraftKey, useDraft } from "../../drafts";
import { useSeat } from "../../seat";
import { CopilotBar } from "../copilot/CopilotBar";
import type { Copilot } from "../copilot/useCopilot";
import { mentionsIn } from "../notes/mentions";
import { useColleagues } from "../notes/useColleagues";
import { useNoteSending } from "../notes/useNoteSending";
import { focusAtEnd } from "../replyField";
import { EmojiPicker } from "./EmojiPicker";
import { Frame, type Mode } from "./Frame";
import { insertAt } from "./insert";
import { WritingField } from "./WritingField";

const KINDS = ["mention", "emoji"] as const;

interface NoteComposerProps {
  dialog: Dialog;
  copilot: Copilot;
  /** Null for who cannot reply here. */
  onMode: ((mode: Mode) => void) | null;
  onClose: () => void;
}

export function NoteComposer({ dialog, copilot, onMode, onClose }: NoteComposerProps) {
  const { me } = useSeat();
  const key = noteDraftKey(me, dialog.id);
  const draft = useDraft(key);
  const colleagues = useColleagues(true);
  const { busy, failed, add } = useNoteSending(dialog.id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current) focusAtEnd(field.current);
  }, []);

  const write = (text: string) => keepDraft(key, text);
  const save = async () => {
    const text = draft.trim();
    if (!text || !(await add(text, mentionsIn(text, colleagues).map(({ id }) => id)))) return;
    keepDraft(key, "");
    copilot.forget();
    announce("The note is added. Only your team sees it.");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Frame mode="note" onMode={onMode} aside={<CopilotBar copilot={copilot} hasText={draft.trim() !== ""} />}>
        <Field label="Private note" hideLabel>
          <WritingField
            dialog={dialog}
            value={draft}
            placeholder="Only your team sees this. @ mentions a colleague."
            kinds={KINDS}
            fieldRef={field}
            onChange={write}
            onSend={() => void save()}
            onUndo={() => false}
            onPaste={null}
          />
        </Field>
        {failed ? (
          <div className="px-3 pb-1">
            <FieldError>{failed}</FieldError>
          </div>
        ) : null}
        <div className="flex items-center gap-1 px-1.5 pb-1.5">
          <EmojiPicker onPick={(sign) => insertAt(field.current, sign, write)} />
          <div className="ml-auto flex gap-1.5">
            {onMode ? null : (
              <Button size="sm" onClick={onClose} className="max-sm:h-11">
                Close
              </Button>
            )}
            <Button
              type="submit"
              size="sm"
              busy={busy}
              disabled={!draft.trim()}
              className="max-sm:h-11"
              icon={<NotebookPen aria-hidden className="size-4" />}
            >
              Add note
            </Button>
          </div>
        </div>
      </Frame>
    </form>
  );
}
