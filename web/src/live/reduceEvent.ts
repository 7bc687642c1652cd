// What each numbered event changes. An event heard twice, or already contained in a loaded page, changes nothing.
import type { Control, Dialog, LastMessage, Message, Person } from "../api";
import type { LiveEvent } from "./frames";
import { isMe } from "./isMe";
import { withMarks } from "./marks";
import type { LiveState } from "./state";
import { withChange, withMessage } from "./thread";

type EventOf<Kind extends LiveEvent["kind"]> = Extract<LiveEvent, { kind: Kind }>;

export function reduceEvent(state: LiveState, event: LiveEvent): LiveState {
  const seq = Math.max(state.seq ?? 0, event.seq);
  return apply({ ...state, seq }, event);
}

function apply(state: LiveState, event: LiveEvent): LiveState {
  switch (event.kind) {
    case "message":
      return onMessage(state, event);
    case "control":
      return onControl(state, event);
    case "offer":
      return onOffer(state, event);
    case "dialog":
      if (state.dialogs[event.body.id]) return state;
      return withMarks({ ...state, dialogs: { ...state.dialogs, [event.body.id]: event.body } }, event.body.id, event.body.marks);
    case "occupants":
      return onOccupants(state, event);
    case "marks":
      return onMarks(state, event);
    case "rating":
      return onRating(state, event);
    case "feedback":
      return onFeedback(state, event);
    case "labels":
    case "snooze":
      return onStaffView(state, event);
    case "label":
      return onLabel(state, event);
    case "customer":
      return onCustomer(state, event);
    case "presence": {
      const { agent, online, away, away_reason = null } = event.body;
      return { ...state, presence: { ...state.presence, [agent]: { online, away, away_reason } } };
    }
    default:
      return state;
  }
}

function onFeedback(state: LiveState, { dialog, body }: EventOf<"feedback">): LiveState {
  const thread = state.threads[dialog];
  const message = thread?.messages.find((one) => one.id === body.message);
  if (!thread || !message?.ai) return state;
  const rated = withMessage(thread, { ...message, ai: { ...message.ai, feedback: body.helpful } });
  return { ...state, threads: { ...state.threads, [dialog]: rated } };
}

function onRating(state: LiveState, { dialog: id, body: { score, comment }, seq }: EventOf<"rating">): LiveState {
  if (id === null) return state;
  return changeDialog(state, id, seq, (dialog) => ({ ...dialog, rating: { score, comment } }));
}

function onMessage(state: LiveState, { body: message, seq, at }: EventOf<"message">): LiveState {
  const thread = state.threads[message.dialog];
  const typing = (state.typing[message.dialog] ?? []).filter((one) => one.user.id !== message.sender.id);
  const heard: LiveState = {
    ...state,
    threads: thread ? { ...state.threads, [message.dialog]: withMessage(thread, message) } : state.threads,
    pending: state.pending.filter((one) => one.id !== message.id),
    typing: { ...state.typing, [message.dialog]: typing },
  };
  return changeDialog(heard, message.dialog, seq, (dialog) => ({
    ...dialog,
    last_message: lastOf(message),
    customer_said: message.sender.id === dialog.customer?.id ? lastOf(message) : dialog.customer_said,
    control: withReplyClock(dialog.control, message),
    unread: countsAsUnread(state, dialog, message.sender) ? dialog.unread + 1 : dialog.unread,
    updated_at: at,
  }));
}

function lastOf({ id, seq, text, sender, attachments, sent_at }: Message): LastMessage {
  return { id, seq, text, sender, attachments, sent_at };
}

/** Words start and stop the clock without a control event: a customer's start it, the agent's reply stops it. */
function withReplyClock(control: Control | null, { sender, sent_at }: Message): Control | null {
  if (control?.phase !== "agent") return control;
  if (sender.id === control.agent.id) return { ...control, owes_reply_since: null };
  if (sender.kind === "customer") return { ...control, owes_reply_since: control.owes_reply_since ?? sent_at };
  return control;
}

function countsAsUnread(state: LiveState, dialog: Dialog, sender: Person): boolean {
  return !isMe(sender, state.me) && dialog.occupants.some((person) => isMe(person, state.me));
}

function onControl(state: LiveState, { dialog: id, body, seq, at }: EventOf<"control">): LiveState {
  if (id === null) return state;
  const before = state.dialogs[id];
  const changed = changeDialog(state, id, seq, (dialog) => ({
    ...dialog,
    control: body.control,
    offer: body.control?.phase === "waiting" ? dialog.offer : null,
    updated_at: at,
  }));
  const thread = changed.threads[id];
  if (!thread || !before || changed === state) return changed;
  const grown = withChange(thread, before.control, { seq, at, control: body.control });
  return { ...changed, threads: { ...changed.threads, [id]: grown } };
}

function onOffer(state: LiveState, { dialog: id, body, seq }: EventOf<"offer">): LiveState {
  if (id === null) return state;
  return changeDialog(state, id, seq, (dialog) => ({ ...dialog, offer: body.offer }));
}

function onOccupants(state: LiveState, { dialog: id, body, seq }: EventOf<"occupants">): LiveState {
  if (id === null) return state;
  const gone = new Set([...body.removed, ...body.added.map((person) => person.id)]);
  return changeDialog(state, id, seq, (dialog) => ({
    ...dialog,
    occupants: [...dialog.occupants.filter((person) => !gone.has(person.id)), ...body.added],
  }));
}

function onMarks(state: LiveState, { dialog: id, body, seq }: EventOf<"marks">): LiveState {
  if (id === null) return state;
  const { user, delivered_seq, read_seq } = body;
  const marked = withMarks(state, id, [body]);
  if (!isMe({ id: user, kind: "agent" }, state.me)) return marked;
  return changeDialog(marked, id, seq, (dialog) => ({
    ...dialog,
    delivered_seq,
    read_seq,
    unread: read_seq >= (dialog.last_message?.seq ?? 0) ? 0 : dialog.unread,
  }));
}

function onStaffView(state: LiveState, event: EventOf<"labels"> | EventOf<"snooze">): LiveState {
  if (event.dialog === null) return state;
  const change = event.kind === "labels" ? { labels: event.body.labels } : { snoozed_until: event.body.until };
  return changeDialog(state, event.dialog, event.seq, (dialog) => ({ ...dialog, ...change }));
}

/** Wherever it is it looks as it does now, or is gone. */
function onLabel(state: LiveState, { body: { id, label } }: EventOf<"label">): LiveState {
  const dialogs = Object.entries(state.dialogs).map(([key, dialog]) => {
    if (!dialog.labels.some((one) => one.id === id)) return [key, dialog] as const;
    const labels = dialog.labels.flatMap((one) => (one.id === id ? (label ?? []) : one));
    return [key, { ...dialog, labels }] as const;
  });
  return { ...state, dialogs: Object.fromEntries(dialogs) };
}

/** Their name stands at every conversation that they began. */
function onCustomer(state: LiveState, { body: { id, full_name } }: EventOf<"customer">): LiveState {
  const dialogs = Object.entries(state.dialogs).map(([key, dialog]) => {
    const { customer } = dialog;
    const isTheirs = customer?.id === id && customer.full_name !== full_name;
    return [key, isTheirs ? { ...dialog, customer: { ...customer, full_name } } : dialog] as const;
  });
  return { ...state, dialogs: Object.fromEntries(dialogs) };
}

function changeDialog(state: LiveState, id: string, seq: number, change: (dialog: Dialog) => Dialog): LiveState {
  const dialog = state.dialogs[id];
  if (!dialog || seq <= dialog.seq) return state;
  return { ...state, dialogs: { ...state.dialogs, [id]: { ...change(dialog), seq } } };
}
