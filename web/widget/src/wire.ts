// The shapes of the public API, as far as the widget reads them. Values that a newer server adds must do no harm.
import type { Appearance } from "./bridge";

export interface Person {
  id: number;
  kind: "customer" | "agent" | "assistant" | "admin";
  full_name: string;
}

export type Control =
  | { phase: "assistant"; answering: boolean }
  /** `wait`: absent while it cannot be said. */
  | { phase: "waiting"; position: number | null; wait?: { p50_ms: number; p90_ms: number } | null }
  | { phase: "agent"; agent: Person }
  | { phase: "closed" };

export interface Marks {
  user: number;
  delivered_seq: number;
  read_seq: number;
}

export interface Dialog {
  id: string;
  type: number;
  assistant: { id: string; user_id: number; full_name: string; avatar_url: string | null } | null;
  control: Control | null;
  seq: number;
  delivered_seq: number;
  read_seq: number;
  /** How far the others have come; absent from servers that tell it only live. */
  marks?: Marks[];
  /** Messages of others that this visitor has not read. */
  unread: number;
  updated_at: number;
  last_message: { sender: Person; text: string; sent_at: number } | null;
  /** The help that has ended and was not rated yet. */
  to_rate: ToRate | null;
}

export interface DialogPage {
  items: Dialog[];
  /** Where the next page begins; absent on the last one. */
  next?: string | null;
}

export interface ToRate {
  handover: string;
  agent: Person;
}

export interface Attachment {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  /** Of a picture that can be shown. */
  width: number | null;
  height: number | null;
}

export interface Source {
  id: string;
  title: string;
  address?: string | null;
}

/** One sentence of an answer with the words of the source that it rests on. */
export interface Statement {
  text: string;
  quote: string;
  source: Source;
}

export interface Ai {
  kind: string;
  found: boolean;
  sources: Source[];
  suggestions: string[];
  /** Absent or empty where no model has put the answer into words. */
  statements?: Statement[];
  /** Whether it was helpful, by whoever asked. */
  feedback?: boolean | null;
}

export interface Message {
  id: string;
  dialog: string;
  seq: number;
  sender: Person;
  text: string;
  sent_at: number;
  ai: Ai | null;
  attachments: Attachment[];
}

export interface MessagePage {
  items: Message[];
  more: boolean;
}

export interface Visitor {
  token: string;
  user: { id: number };
  expires_at: number;
}

/** What anybody may read before there is a conversation. */
export interface Opening {
  name: string;
  avatar_url: string | null;
  welcome: string | null;
  suggested_questions: string[];
  online: boolean;
  appearance: Appearance;
  identity_required: boolean;
  attachments: boolean;
  max_attachment_bytes: number;
}

export interface Problem {
  status: number;
  detail: string;
  reason?: string;
}

export type LiveEvent = { seq: number; dialog: string | null } & (
  | { kind: "message"; body: Message }
  | { kind: "control"; body: { control: Control | null } }
  | { kind: "marks"; body: Marks }
);

/** One checked statement of an answer that is still in the making; without text, all of that turn is withdrawn. */
export interface Piece {
  dialog: string;
  turn: number;
  place: number;
  text: string | null;
  source: Source | null;
}

export type Frame =
  | LiveEvent
  | ({ kind: "answering" } & Piece)
  | { kind: "welcome"; seq: number }
  | { kind: "typing"; dialog: string; user: Person; on: boolean };
