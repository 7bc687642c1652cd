// What the Dashboard frames while somebody configures the widget: the real one on a page of nobody's, for its looks;
// or one moment in it, for the texts that customers read.
import type { Preview } from "../bridge";
import "./preview.css";
import type { Still } from "./still";

interface Wanted {
  preview: Partial<Preview>;
  language: string;
  open: boolean;
}

const query = new URLSearchParams(location.search);

if (parent !== window) {
  if (query.has("app")) showWidget();
  else showStills().catch(beginAgainOnline);
}

function showWidget() {
  hear<Wanted>("preview", ({ preview, language, open }) => {
    const calls: unknown[] = [["preview", preview], ["setLanguage", language], [open ? "open" : "close"]];
    const { theme } = preview;
    document.documentElement.style.colorScheme = !theme || theme === "auto" ? "light dark" : theme;
    ((window.Baton ??= []) as { push(...calls: unknown[]): void }).push(...calls);
  });
  embed();
}

async function showStills() {
  document.body.replaceChildren();
  const { drawStill } = await import("./still");
  hear<Still>("lines", (still) => void drawStill(still).catch(beginAgainOnline));
}

/** The network went before everything was here. */
function beginAgainOnline() {
  addEventListener("online", () => location.reload(), { once: true });
}

/** The script that the website would embed, with the same attributes. */
function embed() {
  const script = document.createElement("script");
  script.src = "/widget.js";
  script.dataset.app = query.get("app") ?? "";
  script.dataset.assistant = query.get("assistant") ?? "";
  document.head.append(script);
}

/** From the Dashboard alone, which is told that somebody listens. */
function hear<Said extends object>(mark: keyof Said, listener: (said: Said) => void) {
  addEventListener("message", ({ source, origin, data }: MessageEvent<Said | null>) => {
    if (source === parent && origin === location.origin && data && mark in data) listener(data);
  });
  parent.postMessage({ baton: "preview-ready" }, location.origin);
}
