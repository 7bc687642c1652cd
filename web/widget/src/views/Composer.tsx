// Where the visitor writes. Enter sends, Shift and Enter begins a line.
import { useLayoutEffect, useRef } from "preact/hooks";
import { COMPOSER_ID } from "../focus";
import { SendIcon } from "./icons";
import { useScreen } from "./screen";

export function Composer({ draft, onDraft }: { draft: string; onDraft: (text: string) => void }) {
  const { chat, texts } = useScreen();
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const { style, scrollHeight } = collapsed(field.current!);
    style.height = `${scrollHeight}px`;
  }, [draft]);

  function send() {
    const text = draft.trim();
    field.current?.focus();
    if (!text) return;
    onDraft("");
    chat.say(text);
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="unseen" for={COMPOSER_ID}>
        {texts.message}
      </label>
      <textarea
        id={COMPOSER_ID}
        ref={field}
        rows={1}
        dir="auto"
        autocomplete="off"
        placeholder={texts.placeholder}
        value={draft}
        onInput={({ currentTarget }) => {
          onDraft(currentTarget.value);
          chat.typing(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" aria-label={texts.send}>
        <SendIcon />
      </button>
    </form>
  );
}

/** Without a height of its own, a field tells how much its text needs. */
function collapsed(field: HTMLTextAreaElement): HTMLTextAreaElement {
  field.style.height = "auto";
  return field;
}
