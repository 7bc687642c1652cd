// Lets other parts of the desk put the cursor into the reply field, also when it is only about to appear.
import { useEffect, useRef } from "react";

const PATIENCE_MS = 3_000;
let field: HTMLTextAreaElement | null = null;
let wantedUntil = 0;

export function focusReply() {
  if (field) focusAtEnd(field);
  else wantedUntil = Date.now() + PATIENCE_MS;
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

function focusAtEnd(element: HTMLTextAreaElement) {
  // After the draft that came with the same click has been drawn.
  requestAnimationFrame(() => {
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
}
