import { expect, it } from "vitest";
import type { Me } from "../../api";
import { mentionIn, type NoteFrame } from "./mention";

const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const ben = { id: 8, full_name: "Ben" };
const ana = { id: 7, full_name: "Ana" };
const note = (author: typeof ben, ...mentions: (typeof ben)[]): NoteFrame => ({
  kind: "note",
  dialog: "chat",
  body: { id: "n1", author, mentions },
});

it("is for those whom the note mentions", () => {
  expect(mentionIn(note(ben, ana), me)).toEqual({ dialog: "chat", note: "n1", author: "Ben" });
  expect(mentionIn(note(ben), me)).toBeNull();
});

it("does not call those who mention themselves, nor an admin with the same number", () => {
  expect(mentionIn(note(ana, ana), me)).toBeNull();
  expect(mentionIn(note(ben, ana), { ...me, kind: "admin" })).toBeNull();
});
