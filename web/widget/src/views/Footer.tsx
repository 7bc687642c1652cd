// Says who answers below, and always leads to a person while none is there.
import { focusChat } from "../focus";
import { isFor } from "../outbox";
import type { State } from "../state";
import { useScreen } from "./screen";

export function Footer({ state: { conversation, current, wishes } }: { state: State }) {
  const { chat, texts } = useScreen();
  const control = conversation?.control;
  if (control?.phase === "waiting") {
    return (
      <p class="below">
        {texts.footer_waiting}{" "}
        <button type="button" class="link" onClick={() => void chat.wantNoPerson()}>
          {texts.no_person}
        </button>
      </p>
    );
  }
  if (control?.phase === "agent") return <p class="below">{texts.footer_agent(control.agent.full_name)}</p>;
  const asking = wishes.some((wish) => wish.kind === "person" && isFor(wish, current));

  function ask() {
    if (asking) return;
    focusChat();
    chat.askForPerson();
  }

  return (
    <p class="below">
      {texts.footer_ai}{" "}
      <button type="button" class="link" aria-disabled={asking} onClick={ask}>
        {asking ? texts.asking_person : texts.ask_person}
      </button>
    </p>
  );
}
