// Starts the chat inside the iframe: reads the address, joins chat, host page and screen.
import { render } from "preact";
import { type Address, readAddress } from "./address";
import { Chat } from "./chat";
import { createClock } from "./clock";
import { unread } from "./conversation";
import { focusChat } from "./focus";
import { connectHost, type Host } from "./host";
import { browserShelf, createMemory, keptShelf } from "./memory";
import "./styles/index.css";
import { textsFor } from "./texts";
import { App } from "./views/App";
import { ScreenContext } from "./views/screen";

const address = readAddress(location.search, navigator.language);
const { language, texts } = await textsFor(address?.language ?? navigator.language);
document.documentElement.lang = language;
document.documentElement.dir = texts.direction;
document.title = texts.chat;

if (address) void open(address);
else document.body.textContent = texts.nowhere;

async function open(address: Address) {
  let panelOpen = parent === window;
  let chat: Chat | null = null;
  const looking = () => panelOpen && document.visibilityState === "visible";
  const host = connectHost(address.page, (on) => {
    panelOpen = on;
    chat?.show(looking());
    if (on) focusChat();
  });

  const memory = await openMemory(host);
  chat = new Chat(address, memory, texts, looking());
  document.addEventListener("visibilitychange", () => chat?.show(looking()));
  draw(chat, address, host);
  if (host) tellUnread(chat, host);
  if (panelOpen) focusChat();
  await chat.start();
}

/** Browsers that refuse storage to an embedded page let the page around it keep what is needed to come back. */
async function openMemory(host: Host | null) {
  const shelf = browserShelf();
  const kept = host?.start();
  if (shelf || !host) return createMemory(shelf ?? keptShelf(null, () => undefined));
  return createMemory(keptShelf((await kept) ?? null, (text) => host.tell({ baton: "keep", text })));
}

function draw(chat: Chat, { language }: Address, host: Host | null) {
  const close = host && (() => host.tell({ baton: "close" }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close?.();
  });
  render(
    <ScreenContext.Provider value={{ chat, texts, clock: createClock(language, texts.today), close }}>
      <App />
    </ScreenContext.Provider>,
    document.body,
  );
}

/** The launcher wears the number, and connects at the next page already when there is a conversation. */
function tellUnread({ store }: Chat, { tell }: Host) {
  let count = 0;
  let exists: boolean | null = null;
  store.subscribe(() => {
    const { conversation, resuming } = store.state();
    const newCount = conversation ? unread(conversation) : 0;
    if (newCount !== count) tell({ baton: "unread", count: (count = newCount) });
    if (resuming || (conversation !== null) === exists || !browserShelf()) return;
    exists = conversation !== null;
    tell({ baton: "keep", text: exists ? "[]" : null });
  });
}
