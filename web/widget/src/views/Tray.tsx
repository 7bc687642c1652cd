// The files that go with the next message: how far each has come, what went wrong, and the way to take it out.
import { focusChat } from "../focus";
import type { State } from "../state";
import type { Upload } from "../uploads";
import { FileName } from "./FileName";
import { AgainIcon, CrossIcon, FileIcon } from "./icons";
import { useScreen } from "./screen";

export function Tray({ state: { uploads, start } }: { state: State }) {
  const { texts } = useScreen();
  const maxBytes = start.at === "ready" ? start.opening.max_attachment_bytes : 0;
  return (
    <ul class="tray" aria-label={texts.attached}>
      {uploads.map((upload) => (
        <Entry key={upload.key} upload={upload} maxBytes={maxBytes} />
      ))}
    </ul>
  );
}

function Entry({ upload, maxBytes }: { upload: Upload; maxBytes: number }) {
  const { chat, texts, sizes } = useScreen();
  const { key, file, picture, state } = upload;

  // The button goes away with the press; the focus must not.
  function remove() {
    chat.uploads.remove(key);
    focusChat();
  }

  return (
    <li class={state.at === "kept" ? "ready" : state.at}>
      <span class="thumb">{picture ? <img src={picture} alt="" /> : <FileIcon />}</span>
      <span class="about">
        <FileName name={file.name} />
        {state.at === "failed" ? (
          <span class="problem" role="alert">
            {state.why === "too_big" ? texts.too_big(file.name, sizes(maxBytes)) : texts.upload_failed(file.name)} {state.detail}
          </span>
        ) : state.at === "sending" ? (
          <progress aria-label={texts.uploading(file.name)} max={1} value={state.share} />
        ) : (
          <span>{sizes(file.size)}</span>
        )}
      </span>
      {state.at === "failed" && state.again && (
        <button type="button" class="icon" aria-label={texts.retry_file(file.name)} onClick={() => chat.uploads.retry(key)}>
          <AgainIcon />
        </button>
      )}
      <button type="button" class="icon" aria-label={texts.remove(file.name)} onClick={remove}>
        <CrossIcon />
      </button>
    </li>
  );
}
