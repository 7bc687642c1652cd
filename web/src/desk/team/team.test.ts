import { expect, it } from "vitest";
import type { Agent, Dialog } from "../../api";
import { heldBy, oldestWait, ordered } from "./team";

const agent = (full_name: string, part: Partial<Agent>) => ({ full_name, online: false, away: false, disabled: false, ...part }) as Agent;
const held = (id: string, by: number, owes_reply_since: number | null, updated_at = 0) =>
  ({ id, updated_at, control: { phase: "agent", agent: { id: by }, owes_reply_since } }) as Dialog;
const waiting = (since: number) => ({ control: { phase: "waiting", since } }) as Dialog;

it("shows who is there first, then by name, and nobody who is disabled", () => {
  const team = [
    agent("Zoe", {}),
    agent("Ben", { online: true, away: true }),
    agent("Cleo", { online: true }),
    agent("Ana", { online: true }),
    agent("Dan", { online: true, disabled: true }),
  ];
  expect(ordered(team).map(({ full_name }) => full_name)).toEqual(["Ana", "Cleo", "Ben", "Zoe"]);
});

it("shows what an agent has, and first whom they owe a reply the longest", () => {
  const dialogs = [held("quiet", 7, null, 1), held("newer", 7, null, 2), held("late", 7, 10), held("later", 7, 5), held("theirs", 8, 1)];
  expect(heldBy(7, dialogs).map(({ id }) => id)).toEqual(["later", "late", "newer", "quiet"]);
});

it("finds who waits longest, if anybody does", () => {
  expect(oldestWait([waiting(30), waiting(10), held("a", 7, 1)])).toBe(10);
  expect(oldestWait([held("a", 7, 1)])).toBeNull();
});
