// A moment of a conversation that never was, drawn by the widget itself: for who is writing the texts that appear in it.
import { render } from "preact";
import { Chat } from "../chat";
import { createClock } from "../clock";
import type { Face, Start } from "../face";
import { chosen } from "../languages";
import { dress } from "../look";
import { createMemory, keptShelf } from "../memory";
import { createSizes } from "../sizes";
import { createStore } from "../store";
import "../styles/boot.css";
import "../styles/index.css";
import { textsFor } from "../texts";
import { App } from "../views/App";
import { ScreenContext } from "../views/screen";
import type { Opening } from "../wire";
import { AGENT, conversationOf, CUSTOMER, type Moment } from "./moment";

export interface Still extends Moment {
  language: string;
  opening: Pick<Opening, "welcome" | "suggested_questions" | "appearance">;
}

let newest = 0;

export async function drawStill(still: Still) {
  const mine = ++newest;
  const language = chosen([still.language]);
  const texts = await textsFor(language);
  if (mine !== newest) return;
  const { name, avatar_url, agent, typing } = still;
  const opening = { name, avatar_url, ...still.opening, online: true, identity_required: false, attachments: true, max_attachment_bytes: 0 };
  const chat = new Chat(
    {
      address: { app: "", assistant: "", page: null },
      memory: createMemory(keptShelf(null, () => undefined)),
      face: standing({ at: "ready", opening }),
      texts: () => texts,
      language: () => language,
      hint: () => undefined,
    },
    true,
  );
  const loaded = conversationOf(still, texts, Date.now());
  if (loaded) chat.store.dispatch({ type: "loaded", me: CUSTOMER, ...loaded });
  if (typing) chat.store.dispatch({ type: "typing", person: { id: AGENT, kind: "agent", full_name: agent } });

  dress(document, opening.appearance, language);
  document.body.inert = true;
  const [clock, sizes] = [createClock(language, texts.today), createSizes(language)];
  render(
    <ScreenContext.Provider key={mine} value={{ chat, texts, clock, sizes, close: null }}>
      <App />
    </ScreenContext.Provider>,
    document.body,
  );
}

/** A face that is known already. */
function standing(start: Start): Face {
  return { store: createStore<Start, Start>((_, next) => next, start), load: () => Promise.resolve() };
}
