// One quiet voice for screen readers: what happened that the eye would see by itself.
import { useSyncExternalStore } from "react";

let sentence = "";
const listeners = new Set<() => void>();

export function announce(text: string) {
  // The same sentence twice is news twice: the invisible space makes it a change.
  sentence = text === sentence ? `${text}\u00a0` : text;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => sentence);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
