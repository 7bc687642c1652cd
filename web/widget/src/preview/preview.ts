// A page of nobody's with the real widget on it, for the Dashboard: whoever chooses the looks sees them as visitors will.
import type { Preview } from "../bridge";
import "./preview.css";

interface Wanted {
  preview: Partial<Preview>;
  language: string;
  open: boolean;
}

/** The script that the website would embed, with the same attributes. */
function embed(query: URLSearchParams) {
  const script = document.createElement("script");
  script.src = "/widget.js";
  script.dataset.app = query.get("app") ?? "";
  script.dataset.assistant = query.get("assistant") ?? "";
  document.head.append(script);
}

addEventListener("message", ({ source, origin, data }: MessageEvent<Wanted | null>) => {
  if (source !== parent || origin !== location.origin || !data?.preview) return;
  const { preview, language, open } = data;
  const calls: unknown[] = [["preview", preview], ["setLanguage", language], [open ? "open" : "close"]];
  const { theme } = preview;
  document.documentElement.style.colorScheme = !theme || theme === "auto" ? "light dark" : theme;
  ((window.Baton ??= []) as { push(...calls: unknown[]): void }).push(...calls);
});

if (parent !== window) {
  parent.postMessage({ baton: "preview-ready" }, location.origin);
  embed(new URLSearchParams(location.search));
}
