// Lets files be dropped anywhere on the page, and says so while they hover.
import { FileUp } from "lucide-react";
import { useRef, useState, type DragEvent, type ReactNode } from "react";

interface FileDropProps {
  /** While a dialog is open, it takes the files itself. */
  off: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

export function FileDrop({ off, onFiles, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  // Every part of the page that is passed over enters and leaves; only the outermost counts.
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent) => !off && event.dataTransfer.types.includes("Files");
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <div
      className="relative flex flex-auto flex-col"
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => (carriesFiles(event) ? event.preventDefault() : undefined)}
      onDrop={drop}
    >
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-3 z-30 rounded-2xl border-2 border-dashed border-accent bg-accent-soft/90 pt-[20vh] text-accent-ink">
          <div className="sticky top-[30vh] flex flex-col items-center gap-2">
            <FileUp aria-hidden className="size-9 stroke-[1.5]" />
            <p className="text-lg font-semibold">Drop the files to add them</p>
          </div>
        </div>
      ) : null}
    </div>
  );
}
