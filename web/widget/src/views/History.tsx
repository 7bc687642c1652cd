// The visitor's conversations, the newest first, and the way to a new one.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { focusChat } from "../focus";
import type { State } from "../state";
import type { Dialog } from "../wire";
import { WriteIcon } from "./icons";
import { useScreen } from "./screen";
import { Dots } from "./Typing";

export function History({ state: { history, conversation } }: { state: State }) {
  const { chat, texts } = useScreen();
  const { dialogs, failed, older } = history;
  const { list, awaitOlder } = useFocusOnOlder(dialogs);
  useEffect(focusChat, []);

  function beginAnother() {
    chat.beginAnother();
    setTimeout(focusChat);
  }

  return (
    <main class="history" aria-busy={!dialogs && !failed}>
      {failed && (
        <p class="notice" role="alert">
          {texts.conversations_failed}{" "}
          <button type="button" class="link" onClick={() => void chat.archive.load()}>
            {texts.retry}
          </button>
        </p>
      )}
      {!dialogs && !failed && <p class="loading">{texts.loading}</p>}
      <ul aria-label={texts.conversations} ref={list}>
        {dialogs?.map((dialog) => (
          <Entry key={dialog.id} dialog={dialog} isOpen={dialog.id === conversation?.dialog} />
        ))}
      </ul>
      {older !== "none" && <Older at={older} onWanted={awaitOlder} />}
      <p class="begin">
        <button type="button" class="primary" onClick={beginAnother}>
          <WriteIcon /> {texts.new_conversation}
        </button>
      </p>
    </main>
  );
}

/** Who asks for older conversations reads on at the first of them. */
function useFocusOnOlder(dialogs: Dialog[] | null) {
  const list = useRef<HTMLUListElement>(null);
  const known = useRef<number | null>(null);
  const count = dialogs?.length ?? 0;

  useLayoutEffect(() => {
    if (known.current === null || count <= known.current) return;
    list.current?.children[known.current]?.querySelector("button")?.focus();
    known.current = null;
  }, [count]);

  return { list, awaitOlder: () => (known.current = count) };
}

function Older({ at, onWanted }: { at: "there" | "loading" | "failed"; onWanted: () => void }) {
  const { chat, texts } = useScreen();
  const loading = at === "loading";

  function load() {
    onWanted();
    void chat.archive.loadOlder();
  }

  return (
    <div class="older-conversations">
      {at === "failed" && (
        <p class="notice" role="alert">
          {texts.conversations_failed}
        </p>
      )}
      <button type="button" aria-disabled={loading} aria-busy={loading} onClick={load}>
        {texts.older_conversations}
        {loading && (
          <span>
            <Dots />
          </span>
        )}
      </button>
    </div>
  );
}

function Entry({ dialog, isOpen }: { dialog: Dialog; isOpen: boolean }) {
  const { chat, texts, clock } = useScreen();
  const { last_message: last, assistant, control, unread } = dialog;
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
        <span class="last">
          {last?.sender.kind === "customer" && <span>{texts.you_said}</span>}
          {last && <bdi>{last.text || texts.attachment}</bdi>}
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
