// The visitor's conversations, the newest first, and the way to a new one.
import { useEffect } from "preact/hooks";
import { focusChat } from "../focus";
import type { State } from "../state";
import type { Dialog } from "../wire";
import { WriteIcon } from "./icons";
import { useScreen } from "./screen";

export function History({ state }: { state: State }) {
  const { chat, texts } = useScreen();
  const { history, historyFailed, conversation } = state;
  useEffect(focusChat, []);

  function beginAnother() {
    chat.beginAnother();
    setTimeout(focusChat);
  }

  return (
    <main class="history" aria-busy={!history && !historyFailed}>
      {historyFailed && (
        <p class="notice" role="alert">
          {texts.conversations_failed}{" "}
          <button type="button" class="link" onClick={() => chat.loadHistory()}>
            {texts.retry}
          </button>
        </p>
      )}
      {!history && !historyFailed && <p class="loading">{texts.loading}</p>}
      <ul aria-label={texts.conversations}>
        {history?.map((dialog) => (
          <Entry key={dialog.id} dialog={dialog} isOpen={dialog.id === conversation?.dialog} />
        ))}
      </ul>
      <button type="button" class="primary" onClick={beginAnother}>
        <WriteIcon /> {texts.new_conversation}
      </button>
    </main>
  );
}

function Entry({ dialog, isOpen }: { dialog: Dialog; isOpen: boolean }) {
  const { chat, texts, clock } = useScreen();
  const { last_message: last, assistant, control, unread } = dialog;
  const said = last?.text || texts.attachment;
  const name = control?.phase === "agent" ? control.agent.full_name : (assistant?.full_name ?? "");

  function look() {
    chat.look(dialog.id);
    setTimeout(focusChat);
  }

  return (
    <li>
      <button type="button" aria-current={isOpen} onClick={look}>
        <span class="who">
          <bdi>{last?.sender.kind === "agent" ? last.sender.full_name : name}</bdi>
          {last && <time dateTime={new Date(last.sent_at).toISOString()}>{clock.short(last.sent_at)}</time>}
        </span>
        <span class="last" dir="auto">
          {last && (last.sender.kind === "customer" ? texts.you_said(said) : said)}
        </span>
        {unread > 0 && !isOpen && (
          <span class="count">
            <span aria-hidden="true">{unread}</span>
            <span class="unseen">{texts.unread(`${unread}`)}</span>
          </span>
        )}
      </button>
    </li>
  );
}
