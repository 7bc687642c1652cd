// What the visitor wants and the server has not confirmed yet. It survives reloads; other tabs share it.
import type { Memory } from "./memory";
import type { Attachment } from "./wire";

export type Wish =
  | {
      kind: "say";
      id: string;
      dialog: Place;
      text: string;
      attachments: Attachment[];
      written_at: number;
      refusal: string | null;
    }
  | { kind: "person"; id: string; dialog: Place };

/** A conversation; null while it has yet to be begun. */
export type Place = string | null;

export type Say = Extract<Wish, { kind: "say" }>;

export interface Outbox {
  all(): Wish[];
  next(): Wish | null;
  add(wish: Wish): void;
  remove(id: string): void;
  refuse(id: string, refusal: string): void;
  /** What was meant for one conversation goes to another. */
  move(from: Place, to: Place): void;
  clear(): void;
}

/** Every change reads the stored list first, so that two tabs do not undo each other. */
export function createOutbox(memory: Memory, key: string, onChange: (wishes: Wish[]) => void): Outbox {
  const all = () => {
    const kept = memory.read(key);
    return Array.isArray(kept) ? (kept as Wish[]) : [];
  };
  const change = (wishes: Wish[]) => {
    if (wishes.length) memory.write(key, wishes);
    else memory.forget(key);
    onChange(wishes);
  };
  return {
    all,
    next: () => nextWish(all()),
    add: (wish) => change(withWish(all(), wish)),
    remove: (id) => change(all().filter((wish) => wish.id !== id)),
    refuse: (id, refusal) =>
      change(all().map((wish) => (wish.id === id && wish.kind === "say" ? { ...wish, refusal } : wish))),
    move(from, to) {
      const wishes = all();
      if (wishes.some((wish) => isFor(wish, from))) change(wishes.map((wish) => (isFor(wish, from) ? { ...wish, dialog: to } : wish)));
    },
    clear: () => change([]),
  };
}

export function isFor(wish: Wish, dialog: Place): boolean {
  return (wish.dialog ?? null) === dialog;
}

/** The oldest that was not refused. */
function nextWish(wishes: Wish[]): Wish | null {
  return wishes.find((wish) => wish.kind === "person" || wish.refusal === null) ?? null;
}

/** Asking for a person twice is asking once. */
function withWish(wishes: Wish[], wish: Wish): Wish[] {
  const same = ({ id, kind, dialog }: Wish) => id === wish.id || (kind === "person" && wish.kind === "person" && dialog === wish.dialog);
  return wishes.some(same) ? wishes : [...wishes, wish];
}
