// Makes a canned reply, or changes it.
import { useState } from "react";
import { ApiError, type CannedReply } from "../api";
import { Button, Dialog, Field, Input, Notice, Textarea, toast } from "../ui";
import { shortcutError, tidyShortcut } from "./check";
import { useKeepReply } from "./replies";

interface ReplyDialogProps {
  app: number;
  /** `null`: a new one. */
  reply: CannedReply | null;
  onClose: () => void;
}

export function ReplyDialog({ app, reply, onClose }: ReplyDialogProps) {
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? "");
  const [text, setText] = useState(reply?.text ?? "");
  const [tried, setTried] = useState(false);
  const keep = useKeepReply(app);
  const shortcutWrong = shortcutError(tidyShortcut(shortcut));
  const textMissing = text.trim() ? null : "Enter the text.";
  const fields = keep.error instanceof ApiError ? keep.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;
  const taken = keep.error instanceof ApiError && keep.error.reason === "taken" ? keep.error.message : undefined;
  const submit = () => {
    setTried(true);
    if (shortcutWrong || textMissing) return;
    keep.mutate(
      { id: reply?.id ?? null, shortcut: tidyShortcut(shortcut), text: text.trim() },
      {
        onSuccess: (kept) => {
          toast.done(`/${kept.shortcut} is saved.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={reply ? `Edit /${reply.shortcut}` : "Create a canned reply"}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={keep.isPending}>
            {reply ? "Save" : "Create"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {keep.isError && fields.length === 0 && !taken ? <Notice tone="danger">{keep.error.message}</Notice> : null}
        <Field
          label="Shortcut"
          hint="Agents type a slash and this word, such as /hours."
          error={(tried && shortcutWrong) || errorOf("shortcut") || taken}
        >
          <Input
            className="max-w-xs"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={shortcut}
            onChange={(event) => setShortcut(event.target.value)}
          />
        </Field>
        <Field
          label="Text"
          hint={
            <>
              <code className="font-mono">{"{customer}"}</code> becomes the customer's name, and{" "}
              <code className="font-mono">{"{agent}"}</code> the agent's own.
            </>
          }
          error={(tried && textMissing) || errorOf("text")}
        >
          <Textarea rows={5} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
