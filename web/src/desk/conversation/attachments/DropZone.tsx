// Files that are dragged onto the conversation: says where they would go, and takes them.
import { Paperclip } from "lucide-react";
import { useRef, useState, type DragEvent, type ReactNode } from "react";

interface DropZoneProps {
  /** Null where nothing can be attached now. */
  onFiles: ((files: File[]) => void) | null;
  children: ReactNode;
}

export function DropZone({ onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only who has left as often as entered is gone.
  const depth = useRef(0);
  const isForUs = (event: DragEvent) => onFiles !== null && event.dataTransfer.types.includes("Files");
  const enter = (by: number) => (event: DragEvent) => {
    if (!isForUs(event)) return;
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    depth.current = 0;
    setOver(false);
    if (!isForUs(event)) return;
    event.preventDefault();
    onFiles?.([...event.dataTransfer.files]);
  };
  const allow = (event: DragEvent) => {
    if (isForUs(event)) event.preventDefault();
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col" onDragEnter={enter(1)} onDragLeave={enter(-1)} onDragOver={allow} onDrop={drop}>
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-2 z-20 flex animate-appear items-center justify-center gap-2 rounded-2xl border-2 border-dashed border-accent bg-accent-soft/95 font-medium text-accent-ink">
          <Paperclip aria-hidden className="size-5" />
          Drop to attach to your reply
        </div>
      ) : null}
    </div>
  );
}
