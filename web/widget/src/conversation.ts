// One conversation as this visitor sees it, and how it changes with what the server tells. Pure.
import type { Control, Dialog, LiveEvent, Marks, Message, MessagePage, ToRate } from "./wire";

export interface Conversation {
  dialog: string;
  me: number;
  assistant: Dialog["assistant"];
  control: Control | null;
  /** The event that `control` comes from; older news about it is no news. */
  controlSeq: number;
  /** Oldest first, without gaps. */
  messages: Message[];
  /** Whether there are messages before the first one. */
  more: boolean;
  marks: Record<number, Marks>;
  toRate: ToRate | null;
}

export type Receipt = "sent" | "delivered" | "read";

export function opened(me: number, dialog: Dialog, page: MessagePage): Conversation {
  const nothing = { assistant: null, control: null, controlSeq: 0, messages: [], more: false, marks: {}, toRate: null };
  return refreshed({ ...nothing, dialog: dialog.id, me }, dialog, page);
}

/** Brings a conversation up to date with the newest page, and starts its list anew if the page leaves a gap. */
export function refreshed(before: Conversation, dialog: Dialog, page: MessagePage): Conversation {
  const joins = !page.more || page.items.some((item) => before.messages.some(({ id }) => id === item.id));
  const own = { user: before.me, delivered_seq: dialog.delivered_seq, read_seq: dialog.read_seq };
  return {
    ...withDialog(before, dialog),
    messages: joins ? merged(before.messages, page.items) : page.items,
    more: joins && before.messages.length ? before.more : page.more,
    marks: [...(dialog.marks ?? []), own].reduce(withMarks, before.marks),
  };
}

export function withDialog(before: Conversation, dialog: Dialog): Conversation {
  return { ...withControl(before, dialog.control, dialog.seq), assistant: dialog.assistant, toRate: dialog.to_rate ?? null };
}

export function withMessages(before: Conversation, items: Message[]): Conversation {
  return { ...before, messages: merged(before.messages, items) };
}

export function withOlder(before: Conversation, page: MessagePage): Conversation {
  return { ...withMessages(before, page.items), more: page.more };
}

export function withFeedback(before: Conversation, id: string, feedback: boolean): Conversation {
  const messages = before.messages.map((message) =>
    message.id === id && message.ai ? { ...message, ai: { ...message.ai, feedback } } : message,
  );
  return { ...before, messages };
}

export function heard(before: Conversation, event: LiveEvent): Conversation {
  if (event.dialog !== before.dialog) return before;
  switch (event.kind) {
    case "message":
      return withMessages(before, [event.body]);
    case "control":
      return withControl(before, event.body.control, event.seq);
    case "marks":
      return { ...before, marks: withMarks(before.marks, event.body) };
    default:
      return before;
  }
}

/** How far a message of one's own has come with anybody else. */
export function receipt({ me, marks }: Conversation, message: Message): Receipt {
  const others = Object.values(marks).filter(({ user }) => user !== me);
  if (others.some(({ read_seq }) => read_seq >= message.seq)) return "read";
  if (others.some(({ delivered_seq }) => delivered_seq >= message.seq)) return "delivered";
  return "sent";
}

export function unread({ me, marks, messages }: Conversation): number {
  const readSeq = marks[me]?.read_seq ?? 0;
  return messages.filter(({ sender, seq }) => sender.id !== me && seq > readSeq).length;
}

/** The newest message of somebody else; 0 when there is none. */
export function newestHeard({ me, messages }: Conversation): number {
  return messages.findLast(({ sender }) => sender.id !== me)?.seq ?? 0;
}

function withControl(before: Conversation, control: Control | null, seq: number): Conversation {
  return seq < before.controlSeq ? before : { ...before, control, controlSeq: seq };
}

function withMarks(before: Record<number, Marks>, { user, delivered_seq, read_seq }: Marks): Record<number, Marks> {
  const known = before[user];
  const marks = {
    user,
    delivered_seq: Math.max(known?.delivered_seq ?? 0, delivered_seq),
    read_seq: Math.max(known?.read_seq ?? 0, read_seq),
  };
  return { ...before, [user]: marks };
}

function merged(before: Message[], items: Message[]): Message[] {
  const known = new Set(before.map(({ id }) => id));
  const fresh = items.filter(({ id }) => !known.has(id));
  return fresh.length ? [...before, ...fresh].sort((a, b) => a.seq - b.seq) : before;
}
