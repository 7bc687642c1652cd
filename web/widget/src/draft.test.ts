import { expect, test } from "vitest";
import type { Conversation } from "./conversation";
import { noDraft, withDraft, withPiece } from "./draft";
import type { Piece } from "./wire";

const SOURCE = { id: "s", title: "Delivery" };

const piece = (turn: number, place: number, text: string): Piece => ({ dialog: "d", turn, place, text, source: SOURCE });
const texts = (...pieces: Piece[]) => pieces.reduce(withPiece, noDraft).pieces.map(({ text }) => text);

const conversation = {
  dialog: "d",
  assistant: { id: "a", user_id: 2, full_name: "Nova", avatar_url: null },
  control: { phase: "assistant", answering: true },
  messages: [],
} as unknown as Conversation;

test("a piece that comes twice is there once, and a new beginning replaces all", () => {
  expect(texts(piece(1, 0, "a"), piece(1, 1, "b"), piece(1, 1, "b"))).toEqual(["a", "b"]);
  expect(texts(piece(1, 0, "a"), piece(1, 1, "b"), piece(1, 0, "c"))).toEqual(["c"]);
});

test("a piece whose forerunner was missed is left out", () => {
  expect(texts(piece(1, 1, "b"))).toEqual([]);
  expect(texts(piece(1, 0, "a"), piece(1, 2, "c"))).toEqual(["a"]);
});

test("a newer turn replaces an older one, and never the other way round", () => {
  expect(texts(piece(1, 0, "a"), piece(2, 0, "b"), piece(1, 1, "c"))).toEqual(["b"]);
  expect(texts(piece(1, 0, "a"), piece(2, 1, "b"))).toEqual([]);
});

test("it looks like a message of the AI Agent, with the sources that it rests on", () => {
  const draft = [piece(1, 0, "One."), piece(1, 1, "Two.")].reduce(withPiece, noDraft);
  const [message] = withDraft(conversation, draft, 5).messages;
  expect(message).toMatchObject({ text: "One. Two.", sender: { id: 2, kind: "assistant", full_name: "Nova" } });
  expect(message?.ai?.statements?.map(({ source }) => source)).toEqual([SOURCE, SOURCE]);
});

test("it is shown only while the AI Agent answers", () => {
  const draft = withPiece(noDraft, piece(1, 0, "One."));
  const idle: Conversation = { ...conversation, control: { phase: "assistant", answering: false } };
  expect(withDraft(idle, draft, 5)).toBe(idle);
  expect(withDraft(conversation, noDraft, 5)).toBe(conversation);
});
