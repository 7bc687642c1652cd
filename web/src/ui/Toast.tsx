// Short notes that something happened. They leave by themselves, except errors and calls, which stay until closed.
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Link } from "wouter";
import { IconButton } from "./Button";
import { cx } from "./classes";

interface Note {
  id: number;
  text: string;
  tone: "ok" | "warn" | "danger";
  link?: NoteLink;
}

interface NoteLink {
  href: string;
  label: string;
}

const STAYS_MS = 4_000;
const AT_MOST = 3;
let notes: readonly Note[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

export const toast = {
  done: (text: string) => void add(text, "ok"),
  failed: (error: unknown) => void add(error instanceof Error ? error.message : String(error), "danger"),
  /** Somebody should go somewhere. What it gives back takes the note away, when they need not any more. */
  calls: (text: string, link: NoteLink) => add(text, "warn", link),
};

function add(text: string, tone: Note["tone"], link?: NoteLink) {
  const note = { id: nextId++, text, tone, ...(link && { link }) };
  const others = notes.filter((other) => other.text !== text || other.link?.href !== link?.href);
  change([...others, note].slice(-AT_MOST));
  if (tone === "ok") setTimeout(() => remove(note.id), STAYS_MS);
  return () => remove(note.id);
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

const BORDERS: Record<Note["tone"], string> = {
  ok: "border-line",
  warn: "border-warn",
  danger: "border-danger text-danger",
};

/** Mounted once, at the top. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => notes);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-[60] flex flex-col items-center gap-2 px-4 sm:items-start"
    >
      {shown.map((note) => (
        <div
          key={note.id}
          className={cx(
            "pointer-events-auto flex max-w-lg animate-rise items-center gap-2 rounded-xl border bg-raised py-1.5 pr-1.5 pl-4 shadow-raised",
            BORDERS[note.tone],
          )}
        >
          <span className="min-w-0 break-words">{note.text}</span>
          {note.link ? (
            <Link
              href={note.link.href}
              onClick={() => remove(note.id)}
              className="shrink-0 rounded-lg px-2 py-1 font-medium text-accent-ink underline-offset-2 hover:underline"
            >
              {note.link.label}
            </Link>
          ) : null}
          <IconButton label="Dismiss" size="sm" onClick={() => remove(note.id)}>
            <X />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
