// Opens the chat: joins conversation, website and screen, in the visitor's language, whenever that changes.
import { render } from "preact";
import type { Address } from "./address";
import { clear } from "./boot";
import { Chat } from "./chat";
import { createClock } from "./clock";
import type { Face } from "./face";
import { focusChat } from "./focus";
import { allUnread } from "./history";
import type { Host } from "./host";
import { fewWords, type Language } from "./languages";
import type { Memory } from "./memory";
import { newsBetween } from "./news";
import { createSizes } from "./sizes";
import "./styles/index.css";
import { textsFor } from "./texts";
import { App } from "./views/App";
import { ScreenContext } from "./views/screen";

interface Surroundings {
  address: Address;
  host: Host;
  memory: Memory;
  face: Face;
  language(): Language;
}

export async function openApp({ address, host, memory, face, language }: Surroundings) {
  let texts = await textsFor(language());
  const looking = () => host.wishes().on && document.visibilityState === "visible";
  const hint = (hint: string) => host.tell({ baton: "hint", hint });
  const chat = new Chat({ address, memory, face, texts: () => texts, language, hint }, looking());
  const close = host.around ? () => host.tell({ baton: "close" }) : null;

  function draw() {
    document.title = fewWords(language()).chat;
    const [clock, sizes] = [createClock(language(), texts.today), createSizes(language())];
    render(
      <ScreenContext.Provider value={{ chat, texts, clock, sizes, close }}>
        <App />
      </ScreenContext.Provider>,
      document.body,
    );
  }

  host.onWish(async ({ on, identity, language: changed }) => {
    if (on !== undefined) chat.show(looking());
    if (on) focusChat();
    if (identity !== undefined) void chat.identify(identity);
    if (!changed) return;
    texts = await textsFor(language());
    draw();
  });
  document.addEventListener("visibilitychange", () => chat.show(looking()));
  document.addEventListener("keydown", (event) => {
    const isForPanel = event.key === "Escape" && !event.isComposing && !document.querySelector("dialog[open]");
    if (isForPanel && !event.defaultPrevented) close?.();
  });
  clear();
  draw();
  tellPage(chat, host);
  if (host.wishes().on) focusChat();
  // What is only being tried out begins no conversations.
  document.body.inert = host.wishes().preview !== undefined;
  await chat.start(host.wishes().identity);
}

/** The launcher wears the number, and the website hears what happens. */
function tellPage({ store }: Chat, { tell }: Host) {
  let before = store.state();
  let count = 0;
  store.subscribe(() => {
    const now = store.state();
    const events = newsBetween(before, now);
    before = now;
    if (allUnread(now) !== count) tell({ baton: "unread", count: (count = allUnread(now)) });
    for (const event of events) tell({ baton: "event", event });
  });
}
