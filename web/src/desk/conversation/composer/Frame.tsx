// What surrounds the writing field: which of the two kinds of text it is, plainly different to the eye.
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../../ui";

export type Mode = "reply" | "note";

interface FrameProps {
  mode: Mode;
  /** Absent where there is nothing to choose. */
  onMode: ((mode: Mode) => void) | null;
  /** Beside the choice. */
  aside: ReactNode;
  children: ReactNode;
}

export function Frame({ mode, onMode, aside, children }: FrameProps) {
  return (
    <div
      className={cx(
        "relative rounded-xl border focus-within:outline-2 focus-within:-outline-offset-1",
        mode === "note" ? "border-dashed border-warn bg-warn-soft focus-within:outline-warn" : "border-line-strong bg-surface focus-within:outline-accent",
      )}
    >
      <div className="flex items-center gap-1 px-1.5 pt-1.5 sm:gap-3">
        {onMode ? <Modes mode={mode} onMode={onMode} /> : <NoteTitle />}
        {aside}
      </div>
      {children}
    </div>
  );
}

function Modes({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  return (
    <div role="group" aria-label="What to write" className="flex shrink-0 gap-0.5">
      <ModeButton isChosen={mode === "reply"} onClick={() => onMode("reply")}>
        Reply
      </ModeButton>
      <ModeButton isChosen={mode === "note"} onClick={() => onMode("note")}>
        <Lock aria-hidden className="size-3.5" />
        Note
      </ModeButton>
    </div>
  );
}

function ModeButton({ isChosen, onClick, children }: { isChosen: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onClick}
      className={cx(
        "inline-flex h-8 items-center gap-1.5 rounded-lg px-2.5 text-sm font-medium max-sm:h-11",
        isChosen ? "bg-ink/8 text-ink" : "text-muted hover:text-ink",
      )}
    >
      {children}
    </button>
  );
}

function NoteTitle() {
  return (
    <p className="inline-flex h-8 items-center gap-1.5 px-2.5 text-sm font-medium text-warn">
      <Lock aria-hidden className="size-3.5" />
      Private note
    </p>
  );
}
