// The one reducer: from what was known and what was just heard to what is known now. No I/O.
import type { Dialog } from "../api";
import type { ServerFrame } from "./frames";
import { withMarks } from "./marks";
import { reduceEvent } from "./reduceEvent";
import type { LiveInput, LiveState, Pending } from "./state";
import { around, emptyThread, newestOf, withNewer, withNewest, withOlder } from "./thread";

export const UNCONFIRMED_AFTER_MS = 20_000;
export const TYPING_FADES_AFTER_MS = 6_000;

export function reduce(state: LiveState, input: LiveInput): LiveState {
  switch (input.type) {
    case "frame":
      return onFrame(state, input.frame, input.now);
    case "connection":
      return { ...state, connection: input.connection, watching: input.connection.phase === "open" ? state.watching : [] };
    case "dialogs_loaded":
      return withDialogs(state, input.dialogs);
    case "thread_opened":
      if (state.threads[input.dialog]) return state;
      return { ...state, threads: { ...state.threads, [input.dialog]: emptyThread } };
    case "thread_left":
      return onLeft(state, input.dialog);
    case "messages_loaded":
      return onMessages(state, input);
    case "messages_around":
      return onAround(state, input);
    case "said": {
      const { id, dialog, text, attachments, now } = input;
      const pending: Pending = { id, dialog, text, attachments, delivery: { state: "sending", since: now } };
      return { ...state, pending: [...state.pending, pending] };
    }
    case "retried":
      return withDelivery(state, input.id, { state: "sending", since: input.now });
    case "discarded":
      return { ...state, pending: state.pending.filter((one) => one.id !== input.id) };
    case "tick":
      return onTick(state, input.now);
  }
}

function onFrame(state: LiveState, frame: ServerFrame, now: number): LiveState {
  switch (frame.kind) {
    case "welcome":
      return onWelcome(state, frame);
    case "typing": {
      const others = (state.typing[frame.dialog] ?? []).filter((one) => one.user.id !== frame.user.id);
      const typing = frame.on ? [...others, { user: frame.user, until: now + TYPING_FADES_AFTER_MS }] : others;
      return { ...state, typing: { ...state.typing, [frame.dialog]: typing } };
    }
    case "refused":
      if (frame.id === null) return state;
      return withDelivery(state, frame.id, { state: "failed", problem: frame.problem });
    case "watching":
      return { ...state, watching: frame.dialogs };
    case "pong":
      return state.arrived ? state : { ...state, arrived: true };
    case "stored":
    case "viewing":
    case "answering":
      return state;
    default:
      return reduceEvent(state, frame);
  }
}

function onWelcome(state: LiveState, welcome: Extract<ServerFrame, { kind: "welcome" }>): LiveState {
  const resumed = state.seq !== null && welcome.resumed !== false && state.seq <= welcome.seq;
  // While resuming, the missed events are still to come: the number moves only with them.
  if (resumed) return { ...state, me: welcome.me };
  return { ...state, me: welcome.me, seq: welcome.seq, generation: state.generation + 1 };
}

function withDialogs(state: LiveState, loaded: Dialog[]): LiveState {
  const marked = loaded.reduce((before, dialog) => withMarks(before, dialog.id, dialog.marks), state);
  // A page that was read before an event we already heard must not undo it.
  const newer = loaded.filter(({ id, seq }) => (state.dialogs[id]?.seq ?? 0) <= seq);
  return { ...marked, dialogs: { ...marked.dialogs, ...Object.fromEntries(newer.map((dialog) => [dialog.id, dialog])) } };
}

/** A long day opens many conversations: of each, what is seen first when it is opened again is kept. */
function onLeft(state: LiveState, dialog: string): LiveState {
  const { [dialog]: thread, ...others } = state.threads;
  if (!thread) return state;
  const kept = newestOf(thread);
  if (kept === thread) return state;
  return { ...state, threads: kept ? { ...others, [dialog]: kept } : others };
}

function onMessages(state: LiveState, input: Extract<LiveInput, { type: "messages_loaded" }>): LiveState {
  const thread = state.threads[input.dialog] ?? emptyThread;
  const grow = { newest: withNewest, older: withOlder, newer: withNewer(state.dialogs[input.dialog]) }[input.end];
  const stored = new Set(input.messages.map((message) => message.id));
  return {
    ...state,
    threads: { ...state.threads, [input.dialog]: grow(thread, input.messages, input.more) },
    pending: state.pending.filter((one) => !stored.has(one.id)),
  };
}

function onAround(state: LiveState, input: Extract<LiveInput, { type: "messages_around" }>): LiveState {
  const thread = around(state.dialogs[input.dialog], input)(state.threads[input.dialog] ?? emptyThread);
  return { ...state, threads: { ...state.threads, [input.dialog]: thread } };
}

function withDelivery(state: LiveState, id: string, delivery: Pending["delivery"]): LiveState {
  return { ...state, pending: state.pending.map((one) => (one.id === id ? { ...one, delivery } : one)) };
}

function onTick(state: LiveState, now: number): LiveState {
  return withoutSilentSends(withoutFadedTyping(state, now), now);
}

function withoutFadedTyping(state: LiveState, now: number): LiveState {
  if (!Object.values(state.typing).some((list) => list.some((one) => one.until <= now))) return state;
  const typing = Object.fromEntries(
    Object.entries(state.typing).map(([dialog, list]) => [dialog, list.filter((one) => one.until > now)]),
  );
  return { ...state, typing };
}

function withoutSilentSends(state: LiveState, now: number): LiveState {
  // Without a connection a message is not lost, only waiting: it is sent again on reconnect.
  if (state.connection.phase !== "open") return state;
  const silent = (one: Pending) => one.delivery.state === "sending" && now - one.delivery.since > UNCONFIRMED_AFTER_MS;
  if (!state.pending.some(silent)) return state;
  const failed = { state: "failed", problem: null } as const;
  return { ...state, pending: state.pending.map((one) => (silent(one) ? { ...one, delivery: failed } : one)) };
}
