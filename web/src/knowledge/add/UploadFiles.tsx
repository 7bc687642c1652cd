// Uploads files and tells, file by file, what becomes of each.
import { FileUp } from "lucide-react";
import { useId, useState, type DragEvent } from "react";
import { Button, byteSize, cx, Dialog, List, Notice, Progress } from "../../ui";
import { FileRow } from "./FileRow";
import { ACCEPTED, FILE_MAX_BYTES, tally, type Upload } from "./upload";
import { useUploads } from "./useUploads";

interface UploadFilesProps {
  app: number;
  /** Those that were dropped on the page. */
  first: File[];
  onClose: () => void;
}

export function UploadFiles({ app, first, onClose }: UploadFilesProps) {
  const { uploads, refused, busy, add, stop } = useUploads(app, first);
  const some = uploads.length > 0;
  return (
    <Dialog
      open
      onClose={busy ? stop : onClose}
      deliberate={busy}
      title="Upload files"
      description={`PDF, Word, Excel and OpenDocument sheets, CSV, Markdown, plain text and HTML, up to ${byteSize(FILE_MAX_BYTES)} each. A sheet or a JSON list with questions and answers becomes pairs.`}
      footer={
        busy ? (
          <Button onClick={stop}>Stop after this file</Button>
        ) : (
          <Button variant={some ? "primary" : "secondary"} onClick={onClose}>
            {some ? "Done" : "Cancel"}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <DropZone small={some} onFiles={add} />
        {refused ? <Notice tone="danger">{refused}</Notice> : null}
        {some ? <Uploads uploads={uploads} busy={busy} /> : null}
      </div>
    </Dialog>
  );
}

function Uploads({ uploads, busy }: { uploads: Upload[]; busy: boolean }) {
  const done = uploads.filter(({ outcome }) => outcome.state === "added" || outcome.state === "failed").length;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm text-muted">
        {tally(uploads)}
      </p>
      {busy ? <Progress label="Uploading" done={done} total={uploads.length} /> : null}
      <List label="Uploaded files" className="rounded-xl border border-line">
        {uploads.map((upload) => (
          <FileRow key={upload.id} upload={upload} />
        ))}
      </List>
    </div>
  );
}

function DropZone({ small, onFiles }: { small: boolean; onFiles: (files: File[]) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
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
        "flex flex-col items-center justify-center gap-1 rounded-xl border border-dashed px-4 py-4 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent",
        small ? "min-h-20" : "min-h-36",
        over ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-sunken",
      )}
    >
      <FileUp aria-hidden className="size-7 stroke-[1.5] text-faint" />
      <span className="font-medium">Choose files</span>
      <span aria-hidden className="text-sm text-muted max-sm:hidden">
        or drop them here
      </span>
      <input
        id={id}
        type="file"
        multiple
        accept={ACCEPTED}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // So that the same file can be chosen again after it was mended.
          event.target.value = "";
        }}
      />
    </label>
  );
}
