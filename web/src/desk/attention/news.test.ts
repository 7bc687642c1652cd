import { expect, it } from "vitest";
import type { Control, Dialog, Me } from "../../api";
import { unseenOf } from "./news";

const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const seat = { me, app: 1 };
const none = new Set<string>();

it("counts a conversation of mine with unread words, and none of anybody else's", () => {
  expect(unseenOf(known(dialog("a", 7, 2), dialog("b", 7, 0), dialog("c", 8, 5)), none, seat)).toEqual(["a"]);
});

it("counts one that I was given, also when there is nothing to read, until it is somebody else's", () => {
  expect(unseenOf(known(dialog("a", 7, 0), dialog("b", 8, 0)), new Set(["a", "b"]), seat)).toEqual(["a"]);
});

it("does not take an admin for the agent with the same number", () => {
  expect(unseenOf(known(dialog("a", 7, 2)), none, { me: { ...me, kind: "admin" }, app: 1 })).toEqual([]);
});

function known(...dialogs: Dialog[]): Record<string, Dialog> {
  return Object.fromEntries(dialogs.map((one) => [one.id, one]));
}

function dialog(id: string, agent: number, unread: number): Dialog {
  const control = { phase: "agent", agent: { id: agent, kind: "agent" } } as Control;
  return { id, app: 1, control, unread } as Dialog;
}
