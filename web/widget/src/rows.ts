// Turns a conversation into the rows of the screen: where a day begins, where a sender's turn begins and ends. Pure.
import type { Conversation } from "./conversation";
import type { Message } from "./wire";

export interface Row {
  message: Message;
  /** The first of its day, unless that is the running day of a fresh conversation. */
  newDay: boolean;
  first: boolean;
  last: boolean;
}

const TURN_MS = 5 * 60_000;

export function rowsOf({ messages }: Conversation, now: number): Row[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const newDay = !sameDay(before?.sent_at ?? now, message.sent_at);
    return {
      message,
      newDay,
      first: newDay || !before || !sameTurn(before, message),
      last: !after || !sameTurn(message, after) || !sameDay(message.sent_at, after.sent_at),
    };
  });
}

function sameTurn(a: Message, b: Message): boolean {
  return a.sender.id === b.sender.id && b.sent_at - a.sent_at < TURN_MS;
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
