// Says who answers: the AI Agent, nobody yet, or a person. Leads to the visitor's other conversations, and out.
import { unread } from "../conversation";
import { TITLE_ID } from "../focus";
import { allUnread, hasAny } from "../history";
import type { State } from "../state";
import type { Texts } from "../texts";
import type { Control } from "../wire";
import { BackIcon, CrossIcon, ListIcon, PersonIcon } from "./icons";
import { useScreen } from "./screen";

interface Answerer {
  kind: "ai" | "nobody" | "person";
  name: string;
  avatar: string | null;
  subtitle: string;
}

export function Header({ state }: { state: State }) {
  const { close, texts } = useScreen();
  return (
    <header>
      {state.view === "history" ? <ListTitle /> : <Answering state={state} />}
      {close && (
        <button type="button" class="icon" aria-label={texts.close} onClick={close}>
          <CrossIcon />
        </button>
      )}
    </header>
  );
}

function ListTitle() {
  const { chat, texts } = useScreen();
  return (
    <>
      <button type="button" class="icon" aria-label={texts.back} onClick={() => chat.showChat()}>
        <BackIcon />
      </button>
      <div class="answerer">
        <h1 id={TITLE_ID} tabIndex={-1}>
          {texts.conversations}
        </h1>
      </div>
    </>
  );
}

function Answering({ state }: { state: State }) {
  const { chat, texts } = useScreen();
  const { kind, name, avatar, subtitle } = answerer(state, texts);
  const elsewhere = allUnread(state) - (state.conversation ? unread(state.conversation) : 0);
  return (
    <>
      <span class={`avatar ${kind}`} aria-hidden="true">
        {avatar ? <img src={avatar} alt="" /> : kind === "nobody" ? <PersonIcon /> : [...name][0]}
      </span>
      <div class="answerer" aria-live="polite">
        <h1 id={TITLE_ID} tabIndex={-1}>
          <bdi>{name}</bdi>
          {kind === "ai" && name && <span class="badge">{texts.ai}</span>}
        </h1>
        <p>{subtitle}</p>
      </div>
      {hasAny(state) && (
        <button
          type="button"
          class={elsewhere ? "icon news-elsewhere" : "icon"}
          aria-label={texts.conversations}
          aria-description={elsewhere ? texts.unread(`${elsewhere}`) : undefined}
          onClick={() => chat.showHistory()}
        >
          <ListIcon />
        </button>
      )}
    </>
  );
}

function answerer({ start, conversation, resuming }: State, texts: Texts): Answerer {
  const opening = start.at === "ready" ? start.opening : null;
  const assistant = conversation?.assistant;
  const ai: Answerer = {
    kind: "ai",
    name: assistant?.full_name ?? opening?.name ?? "",
    avatar: assistant ? assistant.avatar_url : (opening?.avatar_url ?? null),
    subtitle: opening?.online ? texts.ai_subtitle_online : texts.ai_subtitle,
  };
  // Until it is known who answers, nobody is named.
  if (resuming || !ai.name) return { ...ai, name: "", subtitle: "" };
  const control = conversation?.control;
  switch (control?.phase) {
    case "waiting":
      return { kind: "nobody", name: texts.waiting, avatar: null, subtitle: waits(control, texts) };
    case "agent":
      return { kind: "person", name: control.agent.full_name, avatar: null, subtitle: texts.agent_subtitle };
    case "closed":
      return { ...ai, subtitle: texts.closed_subtitle };
    default:
      return ai;
  }
}

const MINUTE_MS = 60_000;

function waits({ position, wait }: Extract<Control, { phase: "waiting" }>, texts: Texts): string {
  if (position === null) return texts.waiting_no_position;
  const place = texts.waiting_position(position);
  if (!wait) return place;
  const [least, most] = [wait.p50_ms, wait.p90_ms].map((ms) => Math.max(1, Math.round(ms / MINUTE_MS)));
  return `${place} · ${texts.waiting_minutes(least === most ? `${most}` : `${least}–${most}`)}`;
}
