// Short notes that something happened. They leave by themselves, except errors, which stay until closed.
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "./Button";
import { cx } from "./classes";

interface Note {
  id: number;
  text: string;
  tone: "ok" | "danger";
}

const STAYS_MS = 4_000;
const AT_MOST = 3;
let notes: readonly Note[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

export const toast = {
  done: (text: string) => add(text, "ok"),
  failed: (error: unknown) => add(error instanceof Error ? error.message : String(error), "danger"),
};

function add(text: string, tone: Note["tone"]) {
  const note = { id: nextId++, text, tone };
  change([...notes.filter((other) => other.text !== text), note].slice(-AT_MOST));
  if (tone === "ok") setTimeout(() => remove(note.id), STAYS_MS);
}

function remove(id: number) {
  change(notes.filter((note) => note.id !== id));
}

function change(next: readonly Note[]) {
  notes = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Mounted once, at the top. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => notes);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-[60] flex flex-col items-center gap-2 px-4"
    >
      {shown.map((note) => (
        <div
          key={note.id}
          className={cx(
            "pointer-events-auto flex max-w-lg animate-rise items-center gap-2 rounded-xl border bg-raised py-1.5 pr-1.5 pl-4 shadow-raised",
            note.tone === "danger" ? "border-danger text-danger" : "border-line",
          )}
        >
          <span className="min-w-0 break-words">{note.text}</span>
          <IconButton label="Dismiss" size="sm" onClick={() => remove(note.id)}>
            <X />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
