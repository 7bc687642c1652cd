// Uploads files and tells, file by file, what became of each.
import { CircleAlert, CircleCheck, FileUp } from "lucide-react";
import { useId, useState, type DragEvent } from "react";
import { Button, byteSize, cx, Dialog, List, Notice, Spinner } from "../ui";
import { useUploadFiles } from "./sources";
import { FILE_MAX_BYTES, type Uploaded } from "./upload";

const ACCEPTED = ".md,.markdown,.txt,.html,.htm,.json";

export function UploadFiles({ app, onClose }: { app: number; onClose: () => void }) {
  const upload = useUploadFiles(app);
  const send = (files: FileList | null) => {
    if (files && files.length > 0 && !upload.isPending) upload.mutate([...files]);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Upload files"
      description={`Markdown, plain text and HTML, up to ${byteSize(FILE_MAX_BYTES)} each; or JSON with a list of questions and answers.`}
      footer={
        <Button variant={upload.data ? "primary" : "secondary"} onClick={onClose}>
          {upload.data ? "Done" : "Cancel"}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <DropZone busy={upload.isPending} onFiles={send} />
        {upload.isError ? <Notice tone="danger">{upload.error.message}</Notice> : null}
        {upload.data ? <Results items={upload.data} /> : null}
      </div>
    </Dialog>
  );
}

function DropZone({ busy, onFiles }: { busy: boolean; onFiles: (files: FileList | null) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "flex min-h-36 flex-col items-center justify-center gap-2 rounded-xl border border-dashed px-4 py-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent",
        over ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-sunken",
      )}
    >
      {busy ? <Spinner label="Uploading" /> : <FileUp aria-hidden className="size-7 stroke-[1.5] text-faint" />}
      <span className="font-medium">{busy ? "Uploading…" : "Choose files"}</span>
      <span aria-hidden className="text-sm text-muted max-sm:hidden">
        or drop them here
      </span>
      <input
        id={id}
        type="file"
        multiple
        accept={ACCEPTED}
        disabled={busy}
        className="sr-only"
        onChange={(event) => {
          onFiles(event.target.files);
          // So that the same file can be chosen again after it was mended.
          event.target.value = "";
        }}
      />
    </label>
  );
}

function Results({ items }: { items: Uploaded[] }) {
  return (
    <List label="Uploaded files" className="rounded-xl border border-line">
      {items.map((item, at) => (
        <li key={`${item.file}-${at}`} className="flex items-start gap-3 px-4 py-2.5">
          {item.error ? (
            <CircleAlert aria-label="Failed" className="mt-0.5 size-5 shrink-0 text-danger" />
          ) : (
            <CircleCheck aria-label="Added" className="mt-0.5 size-5 shrink-0 text-ok" />
          )}
          <span className="min-w-0">
            <span className="block font-medium break-all">{item.file}</span>
            {item.error ? <span className="block text-sm text-danger">{item.error}</span> : null}
          </span>
        </li>
      ))}
    </List>
  );
}
