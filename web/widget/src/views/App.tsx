// The whole screen: who answers, what was said, and where to write; or the list of conversations.
import { COMPOSER_ID } from "../focus";
import type { Say } from "../outbox";
import type { State } from "../state";
import { Composer } from "./Composer";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { History } from "./History";
import { Log } from "./Log";
import { useChatState, useScreen } from "./screen";
import { useDrop } from "./useDrop";

export function App() {
  const { chat, texts } = useScreen();
  const state = useChatState();
  if (state.start.at === "nowhere") return <p class="nowhere">{texts.nowhere}</p>;
  const closed = whyClosed(state, chat.isNamed());
  return (
    <>
      <Header state={state} />
      {closed ? (
        <main class="door">
          <p role="alert">{closed === "refused" ? texts.refused_identity : texts.sign_in}</p>
        </main>
      ) : state.view === "history" ? (
        <History state={state} />
      ) : (
        <Conversation state={state} />
      )}
    </>
  );
}

function Conversation({ state }: { state: State }) {
  const { chat, texts } = useScreen();
  const dropping = useDrop(state);

  function takeBack(say: Say) {
    chat.takeBack(say);
    document.getElementById(COMPOSER_ID)?.focus();
  }

  return (
    <>
      <main>
        <Log key={state.current ?? "new"} state={state} onTakeBack={takeBack} />
        <p class="offline" role="status">
          {state.link === "offline" && <span>{texts.offline}</span>}
        </p>
        <p class="notice" role="status">
          {state.notice}
        </p>
        {dropping && <p class="drop">{texts.drop}</p>}
      </main>
      <footer>
        <Composer state={state} />
        <Footer state={state} />
      </footer>
    </>
  );
}

/** Only customers for whom the website vouches may begin here. What a stranger began before that goes on. */
function whyClosed({ start, signedIn, current }: State, isNamed: boolean): "sign_in" | "refused" | null {
  if (signedIn === "refused") return "refused";
  const required = start.at === "ready" && start.opening.identity_required;
  return required && signedIn === "no" && (isNamed || current === null) ? "sign_in" : null;
}
