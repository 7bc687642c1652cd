// What is attached to a message: pictures to look at, files to save.
import type { Attachment } from "../../../api";
import { Download, FileText } from "lucide-react";
import { useState } from "react";
import { byteSize, cx } from "../../../ui";
import { fileHref, isPicture, pictureHref, pictureSize } from "./address";
import { Lightbox } from "./Lightbox";

interface AttachedProps {
  dialog: string;
  attachments: Attachment[];
  /** At the right side, as what our side says. */
  end: boolean;
}

export function Attached({ dialog, attachments, end }: AttachedProps) {
  const [open, setOpen] = useState<number | null>(null);
  const pictures = attachments.filter(isPicture);
  const files = attachments.filter((one) => !isPicture(one));
  return (
    <div className={cx("mt-1 flex w-[min(36rem,88%)] flex-col gap-1.5", end ? "items-end" : "items-start")}>
      {pictures.length > 0 ? (
        <ul aria-label="Pictures" className={cx("flex max-w-full flex-wrap gap-1.5", end && "justify-end")}>
          {pictures.map((picture, at) => (
            <li key={picture.id}>
              <Picture dialog={dialog} picture={picture} onOpen={() => setOpen(at)} />
            </li>
          ))}
        </ul>
      ) : null}
      {files.map((file) => (
        <FileLink key={file.id} dialog={dialog} file={file} />
      ))}
      {open === null ? null : <Lightbox dialog={dialog} pictures={pictures} at={open} onMove={setOpen} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Picture({ dialog, picture, onOpen }: { dialog: string; picture: Attachment; onOpen: () => void }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <FileLink dialog={dialog} file={picture} />;
  return (
    <button
      type="button"
      aria-label={`Look at ${picture.name}`}
      onClick={onOpen}
      className="block max-w-full overflow-hidden rounded-xl border border-line bg-sunken"
      style={pictureSize(picture)}
    >
      <img src={pictureHref(dialog, picture)} alt={picture.name} loading="lazy" decoding="async" onError={() => setBroken(true)} className="size-full object-cover" />
    </button>
  );
}

function FileLink({ dialog, file }: { dialog: string; file: Attachment }) {
  return (
    <a
      href={fileHref(dialog, file)}
      download={file.name}
      className="flex min-h-11 max-w-96 items-center gap-2.5 rounded-xl border border-line bg-surface px-3 py-2 hover:bg-sunken"
    >
      <FileText aria-hidden className="size-5 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{file.name}</bdi>
        <span className="block text-[13px] text-muted">{byteSize(file.bytes)}</span>
      </span>
      <Download aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="sr-only">Save</span>
    </a>
  );
}
