// Everything an open screen knows about conversations, and the inputs that change it.
import type { Attachment, Control, Dialog, Me, Message, Person, Problem } from "../api";
import type { ServerFrame } from "./frames";

export type Connection =
  | { phase: "connecting" }
  | { phase: "open" }
  | { phase: "waiting"; until: number }
  | { phase: "offline" }
  | { phase: "signed_out" };

export interface ControlChange {
  seq: number;
  at: number;
  control: Control | null;
}

/** One conversation as far as it is loaded: `more` says that there are older messages, `newer` that there are newer ones. */
export interface Thread {
  messages: Message[];
  changes: ControlChange[];
  more: boolean;
  newer: boolean;
  loaded: boolean;
}

export type Delivery = { state: "sending"; since: number } | { state: "failed"; problem: Problem | null };

/** A message of ours that the server has not confirmed yet. */
export interface Pending {
  id: string;
  dialog: string;
  text: string;
  attachments: Attachment[];
  delivery: Delivery;
}

export interface Mark {
  delivered_seq: number;
  read_seq: number;
}

export interface Typing {
  user: Person;
  until: number;
}

export interface LiveState {
  connection: Connection;
  seq: number | null;
  /** Grows when what is on screen may have missed something and must be loaded again. */
  generation: number;
  me: Me | null;
  /** The server has done what our coming brings about: what was waiting for us has been assigned. */
  arrived: boolean;
  dialogs: Record<string, Dialog>;
  threads: Record<string, Thread>;
  pending: Pending[];
  marks: Record<string, Record<number, Mark>>;
  typing: Record<string, Typing[]>;
  presence: Record<number, { online: boolean; away: boolean; away_reason: string | null }>;
  watching: string[];
}

export type LiveInput =
  | { type: "frame"; frame: ServerFrame; now: number }
  | { type: "connection"; connection: Connection }
  | { type: "dialogs_loaded"; dialogs: Dialog[] }
  | { type: "thread_opened"; dialog: string }
  | { type: "thread_left"; dialog: string }
  | { type: "messages_loaded"; dialog: string; messages: Message[]; more: boolean; end: "newest" | "older" | "newer" }
  | { type: "messages_around"; dialog: string; messages: Message[]; more: boolean; newer: boolean }
  | { type: "said"; id: string; dialog: string; text: string; attachments: Attachment[]; now: number }
  | { type: "retried"; id: string; now: number }
  | { type: "discarded"; id: string }
  | { type: "tick"; now: number };

export const nothingYet: LiveState = {
  connection: { phase: "connecting" },
  seq: null,
  generation: 0,
  me: null,
  arrived: false,
  dialogs: {},
  threads: {},
  pending: [],
  marks: {},
  typing: {},
  presence: {},
  watching: [],
};
