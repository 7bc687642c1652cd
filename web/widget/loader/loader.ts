// The script that a website embeds. It draws the launcher and opens the chat in an iframe when somebody wants it;
// everything else happens in there. No dependencies, no styles that leak, nothing that holds up the page.
import type { ToFrame, ToPage } from "../src/bridge";
import css from "./launcher.css?inline";
import { createLauncher } from "./launcher";

declare global {
  interface Window {
    Baton?: { open(): void; close(): void };
  }
}

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>("script[data-app][data-assistant]");
const { app, assistant } = script?.dataset ?? {};

if (!script || !app || !assistant) {
  console.error("Baton: the script tag needs data-app and data-assistant.");
} else if (!window.Baton) {
  const start = startWidget(new URL(script.src).origin, app, assistant);
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
}

function startWidget(server: string, app: string, assistant: string): () => void {
  const key = `baton.${app}.${assistant}`;
  const element = document.createElement("baton-chat");
  const root = element.attachShadow({ mode: "open" });
  // A constructed sheet, because a <style> is refused where the website's policy forbids inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const launcher = createLauncher(() => show(!open));
  root.append(launcher.button);
  let open = false;
  let frame: HTMLIFrameElement | undefined;
  let ready = false;

  function ensureFrame() {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.title = "Chat";
    // Without the query: it may carry what is nobody's business.
    const page = location.origin + location.pathname;
    frame.src = `${server}/widget/?${new URLSearchParams({ app, assistant, page })}`;
    root.append(frame);
  }

  function tell(message: ToFrame) {
    if (ready) frame?.contentWindow?.postMessage(message, server);
  }

  function show(on: boolean) {
    if (on) ensureFrame();
    if (!frame || on === open) return;
    const focusWasInside = root.activeElement === frame;
    open = on;
    launcher.show(on);
    frame.className = on ? "open" : "";
    if (on) frame.focus();
    else if (focusWasInside) launcher.button.focus();
    tell({ baton: "shown", on });
  }

  function hear(message: ToPage) {
    switch (message.baton) {
      case "ready":
        ready = true;
        return tell({ baton: "start", kept: kept(key), on: open });
      case "close":
        return show(false);
      case "unread":
        return launcher.count(message.count);
      case "keep":
        return keep(key, message.text);
    }
  }

  addEventListener("message", ({ origin, source, data }) => {
    if (frame && origin === server && source === frame.contentWindow && data?.baton) hear(data);
  });
  element.addEventListener("keydown", ({ key }) => key === "Escape" && show(false));
  // On a phone the keyboard covers the page; the panel keeps to what is left of it.
  visualViewport?.addEventListener("resize", () =>
    element.style.setProperty("--seen", `${visualViewport?.height}px`),
  );
  window.Baton = { open: () => show(true), close: () => show(false) };

  return () => {
    document.body.append(element);
    if (kept(key)) ensureFrame();
  };
}

function keep(key: string, text: string | null) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // A page without storage only opens its chat a little later.
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
