import { expect, it } from "vitest";
import type { Verdict } from "../../../api";
import { historyOf, offeredBy, type Turn } from "./turns";

it("tells the next question what was answered, and that something was not", () => {
  const turns = [turn(1, "answer", "Three days."), turn(2, "unknown", "I do not know."), turn(3, "clarify", "Which one?")];
  expect(historyOf(turns)).toEqual([
    { question: "1?", answer: "Three days." },
    { question: "2?", answer: null },
    { question: "3?", answer: "Which one?" },
  ]);
});

it("forgets what was long ago", () => {
  const turns = Array.from({ length: 14 }, (_, at) => turn(at, "answer", "Yes."));
  expect(historyOf(turns).map(({ question }) => question)).toEqual(turns.slice(4).map(({ question }) => question));
});

it("offers the choices of the last question back, and of none before it", () => {
  const back = { id: 1, question: "returns?", verdict: { outcome: "clarify", suggestions: ["Tents", "Boats"] } as Verdict };
  expect(offeredBy([back])).toEqual(["Tents", "Boats"]);
  expect(offeredBy([back, turn(2, "answer", "Yes.")])).toEqual([]);
  expect(offeredBy([])).toEqual([]);
});

function turn(id: number, outcome: Verdict["outcome"], text: string): Turn {
  return { id, question: `${id}?`, verdict: { outcome, text } as Verdict };
}
