// The conversation as a list that reads downwards and stays where the reader is.
import { withDraft } from "../draft";
import type { Start } from "../face";
import { isFor, type Say } from "../outbox";
import { rowsOf } from "../rows";
import type { State } from "../state";
import { MessageRow } from "./MessageRow";
import { Opening } from "./Opening";
import { DownIcon } from "./icons";
import { PendingRow } from "./PendingRow";
import { useScreen } from "./screen";
import { Survey } from "./Survey";
import { Typing } from "./Typing";
import { useScroll } from "./useScroll";

/** How near to the beginning the earlier messages are asked for. */
const OLDER_PX = 120;

export function Log({ state, onTakeBack }: { state: State; onTakeBack: (say: Say) => void }) {
  const { chat, texts } = useScreen();
  const { start, conversation, current, resuming, wishes, ratings, loadingOlder } = state;
  const stored = new Set(conversation?.messages.map(({ id }) => id));
  const pending = wishes.filter(
    (wish): wish is Say => wish.kind === "say" && isFor(wish, current) && !stored.has(wish.id),
  );
  const { list, hasNews, toNewest, onScroll } = useScroll(
    conversation?.messages[0]?.id,
    pending.at(-1)?.id ?? conversation?.messages.at(-1)?.id,
    pending.length > 0,
  );
  const now = Date.now();
  const spoken = conversation && withDraft(conversation, state.draft, now);
  const loading = !conversation && (resuming || start.at === "loading");

  return (
    <>
      <div
        class="log"
        ref={list}
        role="log"
        aria-label={texts.conversation}
        aria-busy={loadingOlder || loading}
        tabIndex={0}
        onScroll={({ currentTarget }) => {
          onScroll();
          if (currentTarget.scrollTop < OLDER_PX) void chat.loadOlder();
        }}
      >
        {loading && <p class="loading">{texts.loading}</p>}
        {conversation?.more && <p class="older">{loadingOlder && texts.older}</p>}
        <div class="rows">
          {!conversation?.more && !loading && <Greeting start={start} />}
          {spoken
            ? rowsOf(spoken, now).map((row) => (
                <MessageRow
                  key={row.message.id}
                  row={row}
                  conversation={spoken}
                  rating={ratings[row.message.id]}
                  current={!pending.length}
                />
              ))
            : !loading && <Opening start={start} asked={wishes.some((wish) => isFor(wish, current))} />}
          {pending.map((say) => (
            <PendingRow key={say.id} say={say} onTakeBack={onTakeBack} />
          ))}
          <Typing state={state} drawn={spoken === conversation} />
          {conversation?.control?.phase === "closed" && !pending.length && (
            <>
              <Survey conversation={conversation} />
              <p class="hint">{texts.closed_hint}</p>
            </>
          )}
        </div>
      </div>
      {hasNews && (
        <button type="button" class="news" onClick={toNewest}>
          <DownIcon /> {texts.newest}
        </button>
      )}
    </>
  );
}

/** What the company says above every conversation. */
function Greeting({ start }: { start: Start }) {
  const title = start.at === "ready" && start.opening.appearance.title;
  return title ? (
    <p class="greeting" dir="auto">
      {title}
    </p>
  ) : null;
}
