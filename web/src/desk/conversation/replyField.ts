// Lets other parts of the desk put the cursor into the reply field, also when it is only about to appear.
import { useEffect, useRef, useSyncExternalStore } from "react";

const PATIENCE_MS = 3_000;
let field: HTMLTextAreaElement | null = null;
let wantedUntil = 0;
let wishes = 0;
const listeners = new Set<() => void>();

export function focusReply() {
  wishes += 1;
  listeners.forEach((listener) => listener());
  if (field) focusAtEnd(field);
  else wantedUntil = Date.now() + PATIENCE_MS;
}

/** Grows whenever somebody wants to reply: where a note is being written, the reply field comes back. */
export function useReplyWishes(): number {
  return useSyncExternalStore(subscribe, () => wishes);
}

export function useReplyField() {
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field = ref.current;
    if (field && Date.now() < wantedUntil) focusAtEnd(field);
    wantedUntil = 0;
    return () => {
      field = null;
    };
  }, []);
  return ref;
}

export function focusAtEnd(element: HTMLTextAreaElement) {
  // After the draft that came with the same click has been drawn.
  requestAnimationFrame(() => {
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
