// Where an agent writes. Enter sends, Shift+Enter begins a new line, what is unsent is kept.
import { SendHorizontal } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useLive } from "../../live";
import { Button, cx, useField, Field } from "../../ui";
import { draftKey, keepDraft, useDraft } from "../drafts";
import { useSeat } from "../seat";
import { useReplyField } from "./replyField";
import { useTypingNotice } from "./useTypingNotice";

export function Composer({ dialog }: { dialog: string }) {
  const live = useLive();
  const key = draftKey(useSeat().me, dialog);
  const draft = useDraft(key);
  const { typed, stopped } = useTypingNotice(dialog);

  const write = (text: string) => {
    keepDraft(key, text);
    if (text) typed();
    else stopped();
  };
  const send = () => {
    const text = draft.trim();
    if (!text) return;
    live.say(dialog, text);
    keepDraft(key, "");
    stopped();
  };

  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label="Reply" hideLabel className="min-w-0 flex-1">
        <ReplyField value={draft} onChange={write} onSend={send} />
      </Field>
      <Button type="submit" variant="primary" disabled={!draft.trim()} icon={<SendHorizontal aria-hidden className="size-4" />}>
        <span className="sr-only sm:not-sr-only">Send</span>
      </Button>
    </form>
  );
}

interface ReplyFieldProps {
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
}

function ReplyField({ value, onChange, onSend }: ReplyFieldProps) {
  const ref = useReplyField();
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    // Enter that ends a composed character (Japanese, Chinese, Korean) belongs to the keyboard, not to us.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <textarea
      {...useField()}
      ref={ref}
      dir="auto"
      rows={1}
      value={value}
      placeholder="Write a reply"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={press}
      className={cx(
        "field-sizing-content max-h-[30dvh] min-h-10 w-full resize-none rounded-lg border border-line-strong bg-surface px-3 py-2",
        "text-base text-ink placeholder:text-faint sm:text-[15px]",
      )}
    />
  );
}
