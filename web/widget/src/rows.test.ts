import { expect, test } from "vitest";
import type { Conversation } from "./conversation";
import { rowsOf } from "./rows";
import type { Message } from "./wire";

const NOON = new Date(2030, 4, 10, 12).getTime();
const DAY = 24 * 60 * 60_000;

const rows = (...said: [user: number, at: number][]) => {
  const messages = said.map(([id, sent_at], index) => ({ id: `${index}`, sender: { id }, sent_at }) as Message);
  return rowsOf({ messages } as Conversation, NOON);
};

test("a turn is what one sender writes in a row", () => {
  const turn = rows([1, NOON], [1, NOON + 1000], [2, NOON + 2000]);
  expect(turn.map(({ first }) => first)).toEqual([true, false, true]);
  expect(turn.map(({ last }) => last)).toEqual([false, true, true]);
});

test("a long silence begins a new turn", () => {
  expect(rows([1, NOON], [1, NOON + 10 * 60_000]).map(({ first }) => first)).toEqual([true, true]);
});

test("days are named where they change, and today is not named when nothing is older", () => {
  expect(rows([1, NOON])[0]?.newDay).toBe(false);
  expect(rows([1, NOON - DAY], [1, NOON]).map(({ newDay }) => newDay)).toEqual([true, true]);
});
