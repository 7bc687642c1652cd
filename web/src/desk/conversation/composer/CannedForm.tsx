// One canned reply: what it is called by and what it says.
import type { CannedReply } from "../../../api";
import { useState } from "react";
import { Button, Dialog, Field, FieldError, Input, Textarea } from "../../../ui";
import { useCannedChanges } from "./useCannedChanges";

const SHORTCUT = /^[\p{L}\p{N}_-]{1,40}$/u;

export function CannedForm({ reply, onClose }: { reply: CannedReply | null; onClose: () => void }) {
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? "");
  const [text, setText] = useState(reply?.text ?? "");
  const [failed, setFailed] = useState<string | null>(null);
  const { busy, save } = useCannedChanges();
  const isWrong = shortcut !== "" && !SHORTCUT.test(shortcut);
  const submit = async () => {
    if (isWrong || !shortcut || !text.trim()) return setFailed("Give it a short name and a text.");
    try {
      await save(reply?.id ?? null, { shortcut, text: text.trim() });
      onClose();
    } catch (error) {
      setFailed(error instanceof Error ? error.message : "It was not saved. Try again.");
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => void submit()}
      title={reply ? "Change a canned reply" : "New canned reply"}
      footer={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Short name" hint="What you type after the /." error={isWrong ? "Letters, digits, - and _ only, at most 40." : null}>
          <Input value={shortcut} autoComplete="off" autoCapitalize="none" onChange={(event) => setShortcut(event.target.value)} />
        </Field>
        <Field label="Text" hint="{customer} and {agent} are filled in with the names.">
          <Textarea rows={5} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        {failed ? <FieldError>{failed}</FieldError> : null}
      </div>
    </Dialog>
  );
}
