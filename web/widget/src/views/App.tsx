// The whole screen: who answers, what was said, and where to write.
import { useState } from "preact/hooks";
import { COMPOSER_ID } from "../focus";
import type { Say } from "../outbox";
import { Composer } from "./Composer";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { Log } from "./Log";
import { useChatState, useScreen } from "./screen";

export function App() {
  const { chat, texts } = useScreen();
  const state = useChatState();
  const [draft, setDraft] = useState("");

  function takeBack(say: Say) {
    chat.takeBack(say);
    setDraft(say.text);
    document.getElementById(COMPOSER_ID)?.focus();
  }

  if (state.start.at === "nowhere") return <p class="nowhere">{texts.nowhere}</p>;
  return (
    <>
      <Header state={state} />
      <main>
        <Log state={state} onTakeBack={takeBack} />
        <p class="offline" role="status">
          {state.link === "offline" && <span>{texts.offline}</span>}
        </p>
        <p class="notice" role="status">
          {state.notice}
        </p>
      </main>
      <footer>
        <Composer draft={draft} onDraft={setDraft} />
        <Footer state={state} />
      </footer>
    </>
  );
}
