// Single-key shortcuts. They stay out of the way while somebody writes or a window is open.
import { useEffect, useRef } from "react";

export const SHORTCUTS: [key: string, what: string][] = [
  ["j", "Next conversation"],
  ["k", "Previous conversation"],
  ["t", "Take"],
  ["r", "Write a reply"],
  ["a", "Return to AI Agent"],
  ["e", "Resolve"],
  ["?", "Show these shortcuts"],
];

type Bindings = Partial<Record<string, () => void>>;

export function useShortcuts(bindings: Bindings) {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = latest.current[event.key];
      if (!action || isBusy(event)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isBusy(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target as HTMLElement;
  return target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]") !== null;
}
