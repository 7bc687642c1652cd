// The five steps from an empty app to the first conversation that a person takes over.
import type { Assistant, Start } from "../../api";

export type StepName = "assistant" | "knowledge" | "agents" | "pool" | "try";

export interface Step {
  name: StepName;
  done: boolean;
  /** The first that is not done. */
  next: boolean;
}

export function stepsOf(start: Start): Step[] {
  const done: [StepName, boolean][] = [
    ["assistant", start.has_assistant],
    ["knowledge", start.has_knowledge],
    ["agents", start.has_agent],
    ["pool", start.has_pool],
    ["try", start.handed_over],
  ];
  const next = done.find(([, isDone]) => !isDone)?.[0];
  return done.map(([name, isDone]) => ({ name, done: isDone, next: name === next }));
}

export function isComplete(start: Start): boolean {
  return stepsOf(start).every(({ done }) => done);
}

/** The one to try: rather one that hands over to somebody. */
export function assistantToTry(assistants: Assistant[]): Assistant | undefined {
  return assistants.find(({ settings }) => settings.unanswered.action === "human_handover") ?? assistants[0];
}
