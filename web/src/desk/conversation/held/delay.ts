// For how many seconds a reply can be taken back, as this agent wants it in this browser.
import { useSyncExternalStore } from "react";
import type { Me } from "../../../api";

export const DELAYS_S = [0, 5, 10] as const;
export type Delay = (typeof DELAYS_S)[number];

const USUAL: Delay = 5;
const listeners = new Set<() => void>();

export function useDelay(me: Me): [Delay, (delay: Delay) => void] {
  const key = `baton.undo.${me.kind}-${me.id}`;
  const delay = useSyncExternalStore(subscribe, () => delayOf(localStorage.getItem(key)));
  const change = (next: Delay) => {
    localStorage.setItem(key, String(next));
    listeners.forEach((listener) => listener());
  };
  return [delay, change];
}

function delayOf(kept: string | null): Delay {
  return DELAYS_S.find((one) => String(one) === kept) ?? USUAL;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
