import { expect, it } from "vitest";
import type { Control, Dialog, Me } from "../api";
import { nextTurn } from "./next";

const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const seat = { me, app: 1 };
const held = (id: string, by: number, owes_reply_since: number | null) =>
  ({ id, app: 1, snoozed_until: null, control: { phase: "agent", agent: { id: by, kind: "agent" }, owes_reply_since } as Control }) as Dialog;
const waiting = (id: string, since: number) => ({ id, app: 1, snoozed_until: null, control: { phase: "waiting", since } as Control }) as Dialog;

it("turns first to whom I owe a reply the longest", () => {
  const dialogs = [waiting("w", 1), held("late", 7, 9), held("later", 7, 5), held("theirs", 8, 2), held("quiet", 7, null)];
  expect(nextTurn(dialogs, null, seat)).toEqual({ dialog: "later", list: "mine" });
  expect(nextTurn(dialogs, "later", seat)).toEqual({ dialog: "late", list: "mine" });
});

it("turns then to who has waited longest for a person", () => {
  expect(nextTurn([waiting("b", 20), waiting("a", 10), held("open", 7, 5)], "open", seat)).toEqual({ dialog: "a", list: "queue" });
});

it("turns to nobody when nobody waits, or only who was put aside", () => {
  expect(nextTurn([{ ...held("aside", 7, 5), snoozed_until: 99 } as Dialog], null, seat)).toBeNull();
  expect(nextTurn([held("quiet", 7, null), held("theirs", 8, 1)], null, seat)).toBeNull();
});
