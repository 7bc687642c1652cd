// The small signals around messages: who is typing, and how far this visitor has received and read.
import { newestHeard } from "./conversation";
import type { State } from "./state";
import type { Person } from "./wire";

const REPEAT_TYPING_MS = 3_000;
const TYPING_ENDS_MS = 5_000;
const FORGET_TYPING_MS = 8_000;

export interface Signals {
  /** The visitor has changed what stands in the composer. */
  wrote(text: string): void;
  /** The visitor has sent it. */
  stopped(): void;
  heardTyping(person: Person, on: boolean): void;
}

export function createSignals(sayTyping: (on: boolean) => void, onTyping: (person: Person | null) => void): Signals {
  let saidAt = 0;
  let ownEnd: ReturnType<typeof setTimeout> | undefined;
  let othersEnd: ReturnType<typeof setTimeout> | undefined;

  function stopped() {
    clearTimeout(ownEnd);
    if (saidAt) sayTyping(false);
    saidAt = 0;
  }

  return {
    stopped,
    wrote(text) {
      if (!text.trim()) return stopped();
      clearTimeout(ownEnd);
      ownEnd = setTimeout(stopped, TYPING_ENDS_MS);
      if (Date.now() - saidAt < REPEAT_TYPING_MS) return;
      saidAt = Date.now();
      sayTyping(true);
    },
    heardTyping(person, on) {
      clearTimeout(othersEnd);
      onTyping(on ? person : null);
      if (on) othersEnd = setTimeout(() => onTyping(null), FORGET_TYPING_MS);
    },
  };
}

/** Received is what is here; read is what is here while the visitor looks. Null when the server knows already. */
export function newMarks({ conversation, shown }: State): { delivered_seq: number; read_seq?: number } | null {
  if (!conversation) return null;
  const newest = newestHeard(conversation);
  const known = conversation.marks[conversation.me];
  const reads = shown && newest > (known?.read_seq ?? 0);
  if (!reads && newest <= (known?.delivered_seq ?? 0)) return null;
  return { delivered_seq: newest, ...(reads && { read_seq: newest }) };
}
