// Where an agent writes to the customer. What is sent is held for some seconds; what is unsent is kept.
import { Paperclip, SendHorizontal } from "lucide-react";
import { useRef, useState } from "react";
import type { Dialog } from "../../../api";
import { Button, Field, FieldError, IconButton } from "../../../ui";
import { announce } from "../../announce";
import { draftKey, keepDraft, useDraft } from "../../drafts";
import { useSeat } from "../../seat";
import { useShortcuts } from "../../shortcuts";
import { Tray } from "../attachments/Tray";
import { attach, takeUploads, useUploads, type Waiting } from "../attachments/uploads";
import { CopilotBar } from "../copilot/CopilotBar";
import type { Copilot } from "../copilot/useCopilot";
import { useDelay } from "../held/delay";
import { heldIn } from "../held/queue";
import { useHeld } from "../held/useHeld";
import { focusReply, useReplyField } from "../replyField";
import { ComposerMenu } from "./ComposerMenu";
import { EmojiPicker } from "./EmojiPicker";
import { Frame, type Mode } from "./Frame";
import { insertAt } from "./insert";
import { useTypingNotice } from "./useTypingNotice";
import { WritingField } from "./WritingField";

const KINDS = ["canned", "emoji"] as const;

interface ReplyComposerProps {
  dialog: Dialog;
  copilot: Copilot;
  onMode: (mode: Mode) => void;
}

export function ReplyComposer({ dialog, copilot, onMode }: ReplyComposerProps) {
  const { me } = useSeat();
  const key = draftKey(me, dialog.id);
  const draft = useDraft(key);
  const uploads = useUploads(dialog.id);
  const [sentence, setSentence] = useState<string | null>(null);
  const { typed, stopped } = useTypingNotice(dialog.id);
  const [delay] = useDelay(me);
  const { held, queue } = useHeld();
  const field = useReplyField();
  const undo = () => {
    const undone = held.undo(dialog.id);
    if (undone) focusReply();
    return undone;
  };
  const canUndo = heldIn(queue, dialog.id).length > 0;
  useShortcuts(canUndo ? { z: () => void undo() } : {});

  const write = (text: string) => {
    keepDraft(key, text);
    setSentence(null);
    held.forget(dialog.id);
    if (text) typed();
    else stopped();
  };
  const addFiles = (files: File[]) => setSentence(attach(dialog.id, files));
  const send = (atOnce: boolean) => {
    const text = draft.trim();
    const obstacle = obstacleIn(uploads);
    setSentence(obstacle);
    if (obstacle || (!text && uploads.length === 0)) return;
    const wait = atOnce ? 0 : delay;
    held.say({ dialog: dialog.id, text, attachments: takeUploads(dialog.id) }, wait * 1_000);
    keepDraft(key, "");
    copilot.forget();
    stopped();
    if (wait > 0) announce(`Sending in ${wait} seconds. Control Z takes it back.`);
  };
  const isEmpty = !draft.trim() && uploads.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <Frame mode="reply" onMode={onMode} aside={<CopilotBar copilot={copilot} hasText={draft.trim() !== ""} />}>
        <Field label="Reply" hideLabel>
          <WritingField
            dialog={dialog}
            value={draft}
            placeholder="Write a reply, or / for a canned one"
            kinds={KINDS}
            fieldRef={field}
            onChange={write}
            onSend={send}
            onUndo={undo}
            onPaste={addFiles}
          />
        </Field>
        <div className="flex flex-col gap-1.5 px-2 pb-1 empty:hidden">
          <Tray dialog={dialog.id} uploads={uploads} />
          {sentence ? <FieldError>{sentence}</FieldError> : null}
        </div>
        <div className="flex items-center gap-0.5 px-1.5 pb-1.5">
          <FileButton onFiles={addFiles} />
          <EmojiPicker onPick={(sign) => insertAt(field.current, sign, write)} />
          <ComposerMenu />
          <Button
            type="submit"
            size="sm"
            variant="primary"
            disabled={isEmpty}
            className="ml-auto max-sm:h-11"
            icon={<SendHorizontal aria-hidden className="size-4" />}
          >
            Send
          </Button>
        </div>
      </Frame>
    </form>
  );
}

function obstacleIn(uploads: readonly Waiting[]): string | null {
  if (uploads.some(({ state }) => state.kind === "uploading")) return "A file is still on its way. Send when it is there.";
  if (uploads.some(({ state }) => state.kind === "failed")) return "A file could not be attached. Try it again or remove it.";
  return null;
}

function FileButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label="Attach files" size="sm" onClick={() => input.current?.click()} className="max-sm:size-11">
        <Paperclip />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
