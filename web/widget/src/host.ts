// Talks with the website's page around the iframe: only with the window and origin that hold it.
import type { ToFrame, ToPage } from "./bridge";

export interface Host {
  tell(message: ToPage): void;
  /** What was kept at an earlier visit. */
  start(): Promise<string | null>;
}

/** Null when the chat is a page of its own. */
export function connectHost(page: string | null, onShown: (on: boolean) => void): Host | null {
  if (parent === window) return null;
  const origin = pageOrigin(page);
  let started: (kept: string | null) => void;
  const kept = new Promise<string | null>((resolve) => (started = resolve));

  addEventListener("message", ({ source, origin: from, data }: MessageEvent<ToFrame | null>) => {
    if (source !== parent || from !== origin || !data?.baton) return;
    if (data.baton === "start") started(data.kept);
    onShown(data.on);
  });

  const tell = (message: ToPage) => parent.postMessage(message, origin);
  return {
    tell,
    start() {
      tell({ baton: "ready" });
      return kept;
    },
  };
}

function pageOrigin(page: string | null): string {
  const named = page ?? document.referrer;
  return URL.canParse(named) ? new URL(named).origin : location.origin;
}
