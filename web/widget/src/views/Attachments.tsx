// The files of a message: pictures are shown, everything else can be saved.
import { useEffect, useRef, useState } from "preact/hooks";
import { isPicture } from "../files";
import type { Attachment } from "../wire";
import { FileName } from "./FileName";
import { CrossIcon, DownIcon, FileIcon } from "./icons";
import { useScreen } from "./screen";

interface Props {
  /** Null while the message has yet to reach its conversation. */
  dialog: string | null;
  attachments: Attachment[];
}

export function Attachments({ dialog, attachments }: Props) {
  if (!attachments.length) return null;
  return (
    <ul class="files">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          {dialog && isPicture(attachment) ? (
            <Picture dialog={dialog} attachment={attachment} />
          ) : (
            <FileCard dialog={dialog} attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

function FileCard({ dialog, attachment }: { dialog: string | null; attachment: Attachment }) {
  const { texts, sizes } = useScreen();
  const save = useSaving(dialog, attachment);
  const size = sizes(attachment.bytes);
  return (
    <button type="button" class="file" aria-label={texts.download(attachment.name)} aria-description={size} onClick={save}>
      <FileIcon />
      <span>
        <FileName name={attachment.name} />
        {/* Drawn, as it is told already and is no part of the name. */}
        <small data-size={size} />
      </span>
      <DownIcon />
    </button>
  );
}

function Picture({ dialog, attachment }: { dialog: string; attachment: Attachment }) {
  const { chat, texts } = useScreen();
  const [url, setUrl] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [large, setLarge] = useState(false);
  const { name, width, height } = attachment;

  useEffect(() => {
    let here = true;
    chat.files.url(dialog, attachment).then(
      (url) => here && setUrl(url),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [chat, dialog, attachment.id]);

  if (failed) return <FileCard dialog={dialog} attachment={attachment} />;
  // Its place is kept from the beginning, so that nothing moves when it comes.
  const shape = { aspectRatio: `${width ?? 4} / ${height ?? 3}`, width: `${Math.min(width ?? 240, 240)}px` };
  return (
    <>
      <button type="button" class="picture" style={shape} aria-label={texts.view(name)} onClick={() => url && setLarge(true)}>
        {url && <img src={url} alt={name} onError={() => setFailed(true)} />}
      </button>
      {large && url && <Large dialog={dialog} attachment={attachment} url={url} onClose={() => setLarge(false)} />}
    </>
  );
}

interface LargeProps {
  dialog: string;
  attachment: Attachment;
  url: string;
  onClose: () => void;
}

function Large({ dialog, attachment, url, onClose }: LargeProps) {
  const { texts } = useScreen();
  const window = useRef<HTMLDialogElement>(null);
  const save = useSaving(dialog, attachment);
  useEffect(() => window.current?.showModal(), []);
  return (
    <dialog ref={window} class="large" aria-label={attachment.name} onClose={onClose}>
      <div>
        <FileName name={attachment.name} />
        <button type="button" class="icon" aria-label={texts.download(attachment.name)} onClick={save}>
          <DownIcon />
        </button>
        <button type="button" class="icon" aria-label={texts.back} onClick={() => window.current?.close()}>
          <CrossIcon />
        </button>
      </div>
      <img src={url} alt={attachment.name} />
    </dialog>
  );
}

function useSaving(dialog: string | null, attachment: Attachment) {
  const { chat, texts } = useScreen();
  return () => {
    if (dialog) void chat.files.save(dialog, attachment).catch(() => chat.notice(texts.download_failed));
  };
}
