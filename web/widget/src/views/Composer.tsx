// Where the visitor writes and attaches. Enter sends, Shift and Enter begins a line.
import { useLayoutEffect, useRef } from "preact/hooks";
import { COMPOSER_ID } from "../focus";
import type { State } from "../state";
import { writtenIn } from "../written";
import { ClipIcon, SendIcon } from "./icons";
import { useScreen } from "./screen";
import { Tray } from "./Tray";
import { useAttach } from "./useAttach";

export function Composer({ state }: { state: State }) {
  const { chat, texts } = useScreen();
  const field = useRef<HTMLTextAreaElement>(null);
  const attach = useAttach(state);
  const uploading = state.uploads.some((upload) => upload.state.at === "sending");
  const attached = state.uploads.findLast(({ state }) => state.at === "ready" || state.at === "kept");
  const written = writtenIn(state.written, state.current);
  const empty = !written.trim() && !attached;

  useLayoutEffect(() => {
    const { style, scrollHeight } = collapsed(field.current!);
    style.height = `${scrollHeight}px`;
  }, [written]);

  async function send() {
    field.current?.focus();
    if (empty || uploading || !(await chat.uploads.sendKept())) return;
    // The files may have taken a while, and the visitor may have gone elsewhere.
    if (field.current) chat.send();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {state.uploads.length > 0 && <Tray state={state} />}
      <p class="unseen" role="status">
        {attached && texts.uploaded(attached.file.name)}
      </p>
      {attach && <Picker onFiles={attach} />}
      <label class="unseen" for={COMPOSER_ID}>
        {texts.message}
      </label>
      <textarea
        id={COMPOSER_ID}
        ref={field}
        rows={1}
        // A field without words follows the page.
        dir={written ? "auto" : undefined}
        autocomplete="off"
        placeholder={texts.placeholder}
        value={written}
        onInput={({ currentTarget }) => chat.write(currentTarget.value)}
        onPaste={(event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (!attach || !files.length) return;
          event.preventDefault();
          attach(files);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      <button type="submit" class={empty || uploading ? "send" : "send full"} aria-label={texts.send} aria-disabled={uploading}>
        <SendIcon />
      </button>
    </form>
  );
}

function Picker({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { texts } = useScreen();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="clip" aria-label={texts.attach} onClick={() => input.current?.click()}>
        <ClipIcon />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** Without a height of its own, a field tells how much its text needs. */
function collapsed(field: HTMLTextAreaElement): HTMLTextAreaElement {
  field.style.height = "auto";
  return field;
}
