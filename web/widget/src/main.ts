// Starts inside the iframe: asks how the chat should look and tells the launcher. The chat itself is fetched when
// somebody opens it, or at once for who has a conversation to come back to.
import "./styles/boot.css";
import { type Address, readAddress } from "./address";
import { drawWaiting } from "./boot";
import { createFace } from "./face";
import { connectHost, type Host } from "./host";
import { createIdentityStore } from "./identity";
import { chosen, fewWords } from "./languages";
import { dress, lookOf } from "./look";
import { browserShelf, createMemory, keptShelf } from "./memory";
import { textsFor } from "./texts";

const address = readAddress(location.search);
if (address) void begin(address);
else void textsFor(chosen(navigator.languages)).then(({ nowhere }) => (document.body.textContent = nowhere));

async function begin(address: Address) {
  const host = connectHost(address.page);
  const language = () => chosen([host.wishes().language, ...navigator.languages]);
  const memory = openMemory(host, await host.start());
  const face = createFace(address, host, draw);
  let begun = false;

  function draw() {
    const start = face.store.state();
    const appearance = start.at === "ready" ? start.opening.appearance : null;
    dress(document, appearance, language());
    host.tell({ baton: "look", look: lookOf(appearance, language()) });
  }

  function drawComing(sentence: string | null) {
    const close = host.around ? () => host.tell({ baton: "close" }) : null;
    drawWaiting({ sentence, closeLabel: fewWords(language()).close, close });
  }

  async function open() {
    if (begun) return;
    begun = true;
    drawComing(null);
    try {
      const { openApp } = await import("./app");
      await openApp({ address, host, memory, face, language });
    } catch (error) {
      if (navigator.onLine) console.error(error);
      drawComing(fewWords(language()).offline);
      // Browsers remember a script that could not be fetched; a page that is loaded again does not.
      addEventListener("online", () => location.reload());
    }
  }

  face.store.subscribe(draw);
  void face.load(language());
  host.onWish(({ on, near, language: changed }) => {
    if (changed) void face.load(language());
    if (near) void import("./app").catch(() => undefined);
    if (on) void open();
  });
  const identity = createIdentityStore(memory, address);
  if (host.wishes().on || (identity.visitor(Date.now()) && identity.dialog())) await open();
}

/** Browsers that refuse storage to an embedded page let the page around it keep what is needed to come back. */
function openMemory({ around, tell, wishes }: Host, kept: string | null) {
  // What is only being tried out remembers nobody.
  if (wishes().preview) return createMemory(keptShelf(null, () => undefined));
  const shelf = browserShelf();
  if (shelf || !around) return createMemory(shelf ?? keptShelf(null, () => undefined));
  return createMemory(keptShelf(kept, (text) => tell({ baton: "keep", text })));
}
