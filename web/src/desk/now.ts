// The time, for what shows how long something lasts. One timer for all clocks on the screen.
import { useSyncExternalStore } from "react";

const EVERY_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, EVERY_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  now = Date.now();
  listeners.forEach((listener) => listener());
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
