// The files that go with the next reply: how far each is, and what can be done about it.
import { CircleAlert, FileText, RotateCcw, X } from "lucide-react";
import { byteSize, cx, IconButton, Progress } from "../../../ui";
import { fileHref, isPicture, pictureHref } from "./address";
import { removeUpload, retryUpload, type Waiting } from "./uploads";

export function Tray({ dialog, uploads }: { dialog: string; uploads: readonly Waiting[] }) {
  if (uploads.length === 0) return null;
  return (
    <ul aria-label="Files to send" className="flex flex-wrap gap-2">
      {uploads.map((one) => (
        <li
          key={one.key}
          className={cx("flex max-w-full min-w-0 items-center gap-2 rounded-xl border bg-surface py-1 pr-1 pl-2.5", one.state.kind === "failed" ? "border-danger" : "border-line")}
        >
          <Sign dialog={dialog} waiting={one} />
          <div className="min-w-0 max-w-56 py-0.5">
            <bdi className="block truncate text-sm font-medium">{one.name}</bdi>
            <State waiting={one} />
          </div>
          {one.state.kind === "failed" && one.state.retryable ? (
            <IconButton size="sm" label={`Try ${one.name} again`} onClick={() => retryUpload(dialog, one.key)} className="max-sm:size-11">
              <RotateCcw />
            </IconButton>
          ) : null}
          <IconButton size="sm" label={`Remove ${one.name}`} onClick={() => removeUpload(dialog, one.key)} className="max-sm:size-11">
            <X />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Sign({ dialog, waiting: { state } }: { dialog: string; waiting: Waiting }) {
  if (state.kind === "failed") return <CircleAlert aria-hidden className="size-4.5 shrink-0 text-danger" />;
  if (state.kind === "ready" && isPicture(state.attachment)) {
    return (
      <a href={fileHref(dialog, state.attachment)} tabIndex={-1} aria-hidden download={state.attachment.name}>
        <img src={pictureHref(dialog, state.attachment)} alt="" className="size-9 rounded-md object-cover" />
      </a>
    );
  }
  return <FileText aria-hidden className="size-4.5 shrink-0 text-muted" />;
}

function State({ waiting: { name, bytes, state } }: { waiting: Waiting }) {
  switch (state.kind) {
    case "uploading":
      return <Progress label={`Uploading ${name}`} done={state.share} total={1} className="my-1.5 w-32" />;
    case "ready":
      return <span className="block text-[13px] text-muted">{byteSize(bytes)}</span>;
    case "failed":
      return <span className="block text-[13px] text-danger">{state.sentence}</span>;
  }
}
