// What the visitor wants and the server has not confirmed yet. It survives reloads; other tabs share it.
import type { Memory } from "./memory";

export type Wish =
  | { kind: "say"; id: string; text: string; written_at: number; refusal: string | null }
  | { kind: "person"; id: string };

export type Say = Extract<Wish, { kind: "say" }>;

export interface Outbox {
  all(): Wish[];
  next(): Wish | null;
  add(wish: Wish): void;
  remove(id: string): void;
  refuse(id: string, refusal: string): void;
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
  };
}

/** The oldest that was not refused. */
function nextWish(wishes: Wish[]): Wish | null {
  return wishes.find((wish) => wish.kind === "person" || wish.refusal === null) ?? null;
}

/** Asking for a person twice is asking once. */
function withWish(wishes: Wish[], wish: Wish): Wish[] {
  const known = wishes.some(({ id, kind }) => id === wish.id || (kind === "person" && wish.kind === "person"));
  return known ? wishes : [...wishes, wish];
}
