// What the Dashboard says of a moment in a conversation, made into the conversation that a server would tell. Pure.
import type { Texts } from "../texts";
import type { Control, Dialog, Message, MessagePage, Person } from "../wire";

export interface Moment {
  /** The AI Agent's. */
  name: string;
  avatar_url: string | null;
  agent: string;
  /** What was written so far; without any, there is no conversation yet. */
  lines: Line[];
  phase: "assistant" | "waiting" | "agent";
  /** Whether the agent is about to answer. */
  typing: boolean;
  /** In the queue, and how long that takes. */
  waits: { position: number; minutes: number };
}

/** What the customer writes is not worded by who configures it. */
export type Line = { from: "assistant"; text: string } | { from: "customer"; says: "question" | "person" | "address" };

export const CUSTOMER = 1;
export const AGENT = 3;
const ASSISTANT = 2;
const DIALOG = "still";
const MINUTE_MS = 60_000;

export function conversationOf(moment: Moment, texts: Pick<Texts, "ask_person">, now: number): { dialog: Dialog; page: MessagePage } | null {
  const { name, avatar_url, lines } = moment;
  if (!lines.length) return null;
  const seq = lines.length;
  const read = { delivered_seq: seq, read_seq: seq };
  const dialog: Dialog = {
    id: DIALOG,
    type: 2,
    assistant: { id: DIALOG, user_id: ASSISTANT, full_name: name, avatar_url },
    control: controlOf(moment),
    seq,
    ...read,
    marks: [{ user: ASSISTANT, ...read }],
    unread: 0,
    updated_at: now,
    last_message: null,
    to_rate: null,
  };
  return { dialog, page: { items: lines.map((line, at) => messageOf(line, at + 1, name, texts, now)), more: false } };
}

function controlOf({ phase, agent, waits }: Moment): Control {
  switch (phase) {
    case "assistant":
      return { phase, answering: false };
    case "waiting": {
      const ms = waits.minutes * MINUTE_MS;
      return { phase, position: waits.position, wait: { p50_ms: ms, p90_ms: ms } };
    }
    case "agent":
      return { phase, agent: { id: AGENT, kind: "agent", full_name: agent } };
  }
}

function messageOf(line: Line, seq: number, name: string, texts: Pick<Texts, "ask_person">, now: number): Message {
  const sender: Person =
    line.from === "customer" ? { id: CUSTOMER, kind: "customer", full_name: "" } : { id: ASSISTANT, kind: "assistant", full_name: name };
  const said = { question: "…", person: texts.ask_person, address: "ida@example.com" };
  const text = line.from === "customer" ? said[line.says] : line.text;
  return { id: `${seq}`, dialog: DIALOG, seq, sender, text, sent_at: now, ai: null, attachments: [] };
}
