// The answer in the making: checked statements that are shown until the message itself arrives. Pure.
import type { Conversation } from "./conversation";
import type { Message, Piece, Source, Statement } from "./wire";

export interface Draft {
  /** Pieces of earlier turns come too late. */
  turn: number;
  pieces: { text: string; source: Source | null }[];
}

export const DRAFT_ID = "draft";

export const noDraft: Draft = { turn: 0, pieces: [] };

/** A piece whose forerunner was missed is left out: half an answer could say the opposite. */
export function withPiece(draft: Draft, { turn, place, text, source }: Piece): Draft {
  if (turn < draft.turn) return draft;
  if (text === null) return { turn, pieces: [] };
  const before = turn === draft.turn ? draft.pieces : [];
  if (place > before.length) return { turn, pieces: before };
  return { turn, pieces: [...before.slice(0, place), { text, source }] };
}

/** Nothing more of it counts, but it may begin anew. */
export function withdrawn({ turn }: Draft): Draft {
  return { turn, pieces: [] };
}

/** The turn is over. */
export function ended(draft: Draft): Draft {
  return draft.pieces.length ? { turn: draft.turn + 1, pieces: [] } : draft;
}

/** A new message, or somebody else in control, ends what was in the making. */
export function isOver(before: Conversation | null, after: Conversation | null): boolean {
  return after?.control?.phase !== "assistant" || before?.messages.at(-1)?.id !== after.messages.at(-1)?.id;
}

/** The conversation as if the answer in the making were its newest message. */
export function withDraft(conversation: Conversation, { pieces }: Draft, now: number): Conversation {
  const { assistant, control, dialog, messages } = conversation;
  if (!pieces.length || !assistant || control?.phase !== "assistant" || !control.answering) return conversation;
  const statements = pieces.flatMap(({ text, source }): Statement[] => (source ? [{ text, quote: "", source }] : []));
  const message: Message = {
    id: DRAFT_ID,
    dialog,
    seq: Infinity,
    sender: { id: assistant.user_id, kind: "assistant", full_name: assistant.full_name },
    text: pieces.map(({ text }) => text).join(" "),
    sent_at: now,
    attachments: [],
    ai: { kind: DRAFT_ID, found: true, sources: [], suggestions: [], statements },
  };
  return { ...conversation, messages: [...messages, message] };
}
