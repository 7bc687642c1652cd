// Whether the server can be reached. What is asked of it waits while it cannot, and is asked again when it is back.
import { onlineManager } from "@tanstack/react-query";

const PATIENCE_MS = 5_000;
const DELAY_FIRST_MS = 1_000;
const DELAY_MAX_MS = 5_000;

let delay_ms = DELAY_FIRST_MS;
let next: ReturnType<typeof setTimeout> | undefined;
let looking: Promise<boolean> | null = null;

/** From now on. A browser without a network is believed; that there is one again is seen by asking the server. */
export function watchConnection() {
  onlineManager.setEventListener(() => {
    const lost = () => {
      onlineManager.setOnline(false);
      lookLater();
    };
    const back = () => void lookForServer();
    const shown = () => (document.visibilityState === "visible" && !onlineManager.isOnline() ? back() : undefined);
    addEventListener("offline", lost);
    addEventListener("online", back);
    document.addEventListener("visibilitychange", shown);
    return () => {
      removeEventListener("offline", lost);
      removeEventListener("online", back);
      document.removeEventListener("visibilitychange", shown);
    };
  });
  if (!navigator.onLine) void lookForServer();
}

/** For who has just failed to reach it: is it there now? */
export function lookForServer(): Promise<boolean> {
  looking ??= look().finally(() => (looking = null));
  return looking;
}

export function backOnline(): Promise<void> {
  return new Promise((resolve) => {
    const stop = onlineManager.subscribe((online) => {
      if (!online) return;
      stop();
      resolve();
    });
  });
}

async function look(): Promise<boolean> {
  clearTimeout(next);
  const isThere = await fetch("/api/v1/setup", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    () => true,
    () => false,
  );
  onlineManager.setOnline(isThere);
  if (isThere) delay_ms = DELAY_FIRST_MS;
  else lookLater();
  return isThere;
}

function lookLater() {
  clearTimeout(next);
  next = setTimeout(() => void lookForServer(), delay_ms);
  delay_ms = Math.min(DELAY_MAX_MS, 2 * delay_ms);
}
