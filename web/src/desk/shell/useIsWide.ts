// Whether list and conversation stand side by side (Tailwind's md), for what must exist only once on the page.
import { useSyncExternalStore } from "react";

const WIDE = window.matchMedia("(min-width: 48rem)");

function subscribe(changed: () => void) {
  WIDE.addEventListener("change", changed);
  return () => WIDE.removeEventListener("change", changed);
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => WIDE.matches);
}
