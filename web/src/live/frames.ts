// What travels over the socket, in both directions.
import type { Control, Dialog, Label, Me, Message, Note, Person, Problem, Rating, Site, Source, User } from "../api";

interface Numbered<Kind extends string, Body> {
  seq: number;
  kind: Kind;
  dialog: string | null;
  at: number;
  body: Body;
}

export interface HandoverNews {
  id: string;
  state: string;
  reason: string;
  outcome: string | null;
}

/** Nobody has looked since then, so these agents are told as well. */
export interface NoticeNews {
  handover: string;
  step: "push" | "colleague" | "supervisor" | "mail";
  agents: number[];
  since: number;
}

export type LiveEvent =
  | Numbered<"message", Message>
  | Numbered<"control", { control: Control | null }>
  | Numbered<"dialog", Dialog>
  | Numbered<"occupants", { added: Person[]; removed: number[] }>
  | Numbered<"marks", { user: number; delivered_seq: number; read_seq: number }>
  | Numbered<"handover", HandoverNews>
  | Numbered<"offer", { handover: string; offer: Dialog["offer"] }>
  | Numbered<"warning", { handover: string; agent: number }>
  | Numbered<"notice", NoticeNews>
  | Numbered<"presence", { agent: number; online: boolean; away: boolean; away_reason?: string | null }>
  | Numbered<"labels", { labels: Label[] }>
  | Numbered<"label", { id: number; label: Label | null }>
  | Numbered<"snooze", { until: number | null }>
  | Numbered<"customer", User>
  | Numbered<"source", Source>
  | Numbered<"site", Site>
  | Numbered<"replay", unknown>
  | Numbered<"note", Note>
  | Numbered<"rating", Rating & { handover: string }>
  | (Numbered<"feedback", { message: string; helpful: boolean }> & { dialog: string });

export type Notice =
  | { kind: "welcome"; seq: number; me: Me; resumed?: boolean }
  | { kind: "typing"; dialog: string; user: Person; on: boolean }
  | { kind: "viewing"; dialog: string; user: Person; on: boolean }
  | { kind: "stored"; id: string; dialog: string; seq: number }
  | { kind: "refused"; id: string | null; problem: Problem }
  | { kind: "watching"; dialogs: string[] }
  // What the AI Agent is about to say: agents wait for the message itself.
  | { kind: "answering"; dialog: string }
  | { kind: "pong" };

export type ServerFrame = LiveEvent | Notice;

export type ClientFrame =
  | { type: "hello"; after: number | null; watch: string[]; app?: number }
  | { type: "say"; dialog: string; id: string; text: string; attachments?: string[] }
  | { type: "typing"; dialog: string; on: boolean }
  | { type: "viewing"; dialog: string; on: boolean }
  | { type: "mark"; dialog: string; delivered_seq?: number; read_seq?: number }
  | { type: "watch"; dialogs: string[] }
  | { type: "ping" };
