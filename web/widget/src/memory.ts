// What this browser remembers. What finds no room there is remembered for as long as the page lives.

export interface Memory {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  forget(key: string): void;
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The browser's own storage; null where an iframe of another site is refused it. */
export function browserShelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** A shelf that somebody else keeps, as one text. */
export function keptShelf(text: string | null, keep: (text: string | null) => void): Shelf {
  const items = new Map<string, string>(entries(text));
  const changed = () => keep(items.size ? JSON.stringify([...items]) : null);
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      items.set(key, value);
      changed();
    },
    removeItem(key) {
      if (items.delete(key)) changed();
    },
  };
}

export function createMemory(shelf: Shelf): Memory {
  const kept = new Map<string, unknown>();
  return {
    read(key) {
      if (kept.has(key)) return kept.get(key);
      try {
        return JSON.parse(shelf.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        shelf.setItem(key, JSON.stringify(value));
        kept.delete(key);
      } catch {
        kept.set(key, value);
      }
    },
    forget(key) {
      kept.delete(key);
      try {
        shelf.removeItem(key);
      } catch {
        // Nothing could have been stored there.
      }
    },
  };
}

function entries(text: string | null): [string, string][] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
