// Talks with the website's page around the iframe: only with the window and origin that hold it.
import type { ToFrame, ToPage, Wishes } from "./bridge";

export interface Host {
  /** False when the chat is a page of its own. */
  around: boolean;
  tell(message: ToPage): void;
  /** Says hello; answers with what was kept at an earlier visit. */
  start(): Promise<string | null>;
  wishes(): Wishes;
  onWish(listener: (changed: Partial<Wishes>) => void): void;
}

export function connectHost(page: string | null): Host {
  const around = parent !== window;
  const origin = pageOrigin(page);
  const wishes: Wishes = { on: !around };
  const listeners = new Set<(changed: Partial<Wishes>) => void>();
  let started: (kept: string | null) => void;
  const kept = new Promise<string | null>((resolve) => (started = resolve));

  if (around) {
    addEventListener("message", ({ source, origin: from, data }: MessageEvent<ToFrame | null>) => {
      if (source !== parent || from !== origin || !data?.baton) return;
      Object.assign(wishes, data.wishes);
      if (data.baton === "start") started(data.kept);
      else for (const listener of listeners) listener(data.wishes);
    });
  }

  const tell = (message: ToPage) => {
    if (around) parent.postMessage(message, origin);
  };
  return {
    around,
    tell,
    async start() {
      if (!around) return null;
      tell({ baton: "ready" });
      return kept;
    },
    wishes: () => wishes,
    onWish: (listener) => void listeners.add(listener),
  };
}

function pageOrigin(page: string | null): string {
  const named = page ?? document.referrer;
  return URL.canParse(named) ? new URL(named).origin : location.origin;
}
