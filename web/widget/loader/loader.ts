// The script that a website embeds. It draws the launcher and opens the chat in an iframe when somebody wants it;
// everything else happens in there. No dependencies, no styles that leak, nothing that holds up the page.
import type { Claim, ToFrame, ToPage, Wishes } from "../src/bridge";
import { createEars } from "./ears";
import css from "./launcher.css?inline";
import { createLauncher } from "./launcher";
import { takeCalls } from "./queue";
import { countInTitle } from "./title";

/** How long a page that never finishes loading may keep its chat waiting. */
const PATIENCE_MS = 3_000;

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>("script[data-app][data-assistant]");
const { app, assistant, language, title } = script?.dataset ?? {};

if (!script || !app || !assistant) {
  console.error("Baton: the script tag needs data-app and data-assistant.");
} else if (!window.Baton || Array.isArray(window.Baton)) {
  startWidget(new URL(script.src).origin, app, assistant);
}

function startWidget(server: string, app: string, assistant: string) {
  const key = `baton.${app}.${assistant}`;
  const element = document.createElement("baton-chat");
  const root = element.attachShadow({ mode: "open" });
  // A constructed sheet, because a <style> is refused where the website's policy forbids inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const ears = createEars();
  const launcher = createLauncher(
    () => show(!wishes.on),
    () => wish({ near: true }),
  );
  root.append(launcher.button);
  const wishes: Wishes = { on: false, ...(language && { language }) };
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let unread = 0;

  function begin() {
    if (frame) return;
    document.body.append(element);
    frame = document.createElement("iframe");
    frame.title = "Chat";
    // Without the query: it may carry what is nobody's business.
    const page = location.origin + location.pathname;
    frame.src = `${server}/widget/?${new URLSearchParams({ app, assistant, page })}`;
    root.append(frame);
  }

  function tell(message: ToFrame) {
    frame?.contentWindow?.postMessage(message, server);
  }

  function wish(changed: Partial<Wishes>) {
    Object.assign(wishes, changed);
    if (ready) tell({ baton: "wish", wishes: changed });
  }

  function show(on: boolean) {
    if (on === wishes.on) return;
    if (on && document.body) begin();
    const focusWasInside = frame && root.activeElement === frame;
    wish({ on });
    draw();
    if (!on && focusWasInside) launcher.button.focus();
    ears.tell(on ? "open" : "close");
  }

  /** A frame that the server refuses to this website stays out of sight. */
  function draw() {
    const open = wishes.on && ready;
    launcher.show(open);
    if (frame) frame.className = open ? "open" : "";
    if (open) frame!.focus();
  }

  function count(now: number) {
    if (now === unread) return;
    unread = now;
    launcher.count(now);
    if (title === "count") countInTitle(now);
    ears.tell("unread", now);
  }

  function hear(message: ToPage) {
    switch (message.baton) {
      case "ready":
        ready = true;
        draw();
        return tell({ baton: "start", kept: kept(key), wishes });
      case "look":
        launcher.wear(message.look, element, frame!);
        return;
      case "close":
        return show(false);
      case "unread":
        return count(message.count);
      case "event":
        return ears.tell(message.event.name, message.event.detail);
      case "hint":
        return console.warn(`Baton: ${message.hint}`);
      case "keep":
        return keep(key, message.text);
    }
  }

  addEventListener("message", ({ origin, source, data }) => {
    if (frame && origin === server && source === frame.contentWindow && data?.baton) hear(data);
  });
  addEventListener("online", () => {
    if (frame && !ready) frame.src += "";
  });
  element.addEventListener("keydown", ({ key }) => key === "Escape" && show(false));
  followKeyboard(element);

  takeCalls({
    open: () => show(true),
    close: () => show(false),
    identify: (token: string | null, about?: Omit<Claim, "token">) => {
      const { name, email } = about ?? {};
      const named = { ...(name && { name }), ...(email && { email }) };
      wish({ identity: token || name || email ? { token, ...named } : null });
    },
    on: ears.on,
    off: ears.off,
    setLanguage: (language: string) => wish({ language }),
    preview: (preview: Wishes["preview"]) => wish({ preview }),
  });
  whenIdle(() => begin());
}

/** The iframe must not delay the page's own load event, nor wait for it for ever. */
function whenIdle(begin: () => void) {
  if (document.readyState === "complete") return begin();
  addEventListener("load", begin);
  const soon = () => setTimeout(begin, PATIENCE_MS);
  if (document.body) soon();
  else addEventListener("DOMContentLoaded", soon);
}

/** On a phone the keyboard covers the page; the panel keeps to what is left of it. */
function followKeyboard({ style }: HTMLElement) {
  const view = visualViewport;
  const follow = () => {
    style.setProperty("--seen", `${view!.height}px`);
    style.setProperty("--top", `${view!.offsetTop}px`);
  };
  view?.addEventListener("resize", follow);
  view?.addEventListener("scroll", follow);
}

function keep(key: string, text: string | null) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // A page without storage only forgets its chat.
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
