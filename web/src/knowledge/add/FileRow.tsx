// One file on its way, and what became of it.
import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from "lucide-react";
import { byteSize } from "../../ui";
import type { FileState, Upload } from "./upload";

export function FileRow({ upload: { file, outcome } }: { upload: Upload }) {
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <Outcome outcome={outcome} />
      <span className="min-w-0 flex-1">
        <span className="flex justify-between gap-3">
          <span className="font-medium break-all">{file.name}</span>
          <span className="shrink-0 text-sm text-muted tabular-nums">{byteSize(file.size)}</span>
        </span>
        {outcome.state === "failed" ? <span className="block text-sm wrap-anywhere text-danger">{outcome.error}</span> : null}
      </span>
    </li>
  );
}

const ICON = "mt-0.5 size-5 shrink-0";

function Outcome({ outcome }: { outcome: FileState }) {
  switch (outcome.state) {
    case "waiting":
      return <CircleDashed aria-label="Waiting" className={`${ICON} text-faint`} />;
    case "sending":
      return <LoaderCircle aria-label="Uploading" className={`${ICON} animate-spin text-muted`} />;
    case "added":
      return <CircleCheck aria-label="Added" className={`${ICON} text-ok`} />;
    case "failed":
      return <CircleAlert aria-label="Failed" className={`${ICON} text-danger`} />;
  }
}
