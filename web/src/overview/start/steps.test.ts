import { expect, it } from "vitest";
import type { Assistant } from "../../api";
import { assistantToTry, isComplete, stepsOf } from "./steps";

const NOTHING = { has_assistant: false, has_knowledge: false, has_agent: false, has_pool: false, handed_over: false };

it("begins with the AI Agent and ends with a handover", () => {
  expect(stepsOf(NOTHING).map(({ name }) => name)).toEqual(["assistant", "knowledge", "agents", "pool", "try"]);
  expect(stepsOf(NOTHING).filter(({ next }) => next).map(({ name }) => name)).toEqual(["assistant"]);
});

it("points to the first step that is left, also when later ones are done", () => {
  const steps = stepsOf({ ...NOTHING, has_assistant: true, has_agent: true });
  expect(steps.find(({ next }) => next)?.name).toBe("knowledge");
  expect(steps.filter(({ done }) => done).map(({ name }) => name)).toEqual(["assistant", "agents"]);
});

it("is over only when somebody was really handed over", () => {
  const ready = { has_assistant: true, has_knowledge: true, has_agent: true, has_pool: true, handed_over: false };
  expect(isComplete(ready)).toBe(false);
  expect(isComplete({ ...ready, handed_over: true })).toBe(true);
});

it("tries the AI Agent that hands over, not the first one", () => {
  const named = (id: string, action: string) => ({ id, settings: { unanswered: { action } } }) as Assistant;
  const [first, second] = [named("a", "dont_know"), named("b", "human_handover")];
  expect(assistantToTry([first, second])).toBe(second);
  expect(assistantToTry([first])).toBe(first);
  expect(assistantToTry([])).toBeUndefined();
});
