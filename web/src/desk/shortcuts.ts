// Single-key shortcuts. They stay out of the way while somebody writes or a window is open.
// What is bound now is known here, so that the command palette offers exactly that.
import { useEffect, useRef, type RefObject } from "react";

export const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const CTRL = IS_APPLE ? "⌘" : "Ctrl";

export const SHORTCUTS: [key: string, what: string][] = [
  ["j", "Next conversation in the list"],
  ["k", "Previous conversation in the list"],
  ["g", "Go to the next that needs a reply"],
  ["/", "Search conversations"],
  ["f", "Filter the list"],
  ["t", "Take"],
  ["r", "Write a reply"],
  ["n", "Write a note"],
  ["z", "Take back what was just sent"],
  ["m", "Transfer"],
  ["a", "Return to AI Agent"],
  ["s", "Snooze"],
  ["l", "Labels"],
  ["e", "Resolve"],
  ["?", "Show these shortcuts"],
];

/** They work wherever somebody is; all others are about the open conversation. */
export const EVERYWHERE: ReadonlySet<string> = new Set(["j", "k", "g", "/", "f", "?"]);

type Bindings = Partial<Record<string, () => void>>;
const bound = new Set<RefObject<Bindings>>();

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
    bound.add(latest);
    window.addEventListener("keydown", press);
    return () => {
      bound.delete(latest);
      window.removeEventListener("keydown", press);
    };
  }, []);
}

/** What a key does at this moment, if anything. */
export function actionOf(key: string): (() => void) | undefined {
  for (const { current } of bound) if (current[key]) return current[key];
  return undefined;
}

function isBusy(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target as HTMLElement;
  return target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]") !== null;
}
