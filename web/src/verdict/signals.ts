// What was seen of the best passage, in plain words, and which of it counted.
import type { Signal, SignalName } from "../api";

export const SIGNAL_NAMES: Record<SignalName, string> = {
  relevance: "The passage is about the words of the question",
  meaning: "The passage as a whole means what was asked",
  question: "A question that is known means the same",
  tokens: "Every word of the question is met in meaning",
  words: "The rare words of the question are met in meaning",
  sentence: "The best sentence says what was asked",
  weakest: "No word of the question is left aside",
  coverage: "The best sentence has the words of the question",
  phrases: "Words that stand together in the question do so here",
  likeness: "A question that is known is worded alike",
  names: "The names and numbers of the question occur",
  lead: "It fits better than the passages after it",
};

/** Adding less than this to the log-odds moves the probability by about one percent at most. */
const COUNTS_FROM = 0.05;

export function weighed(signals: Signal[]): { counted: Signal[]; rest: Signal[]; most: number } {
  const sorted = [...signals].sort((one, other) => Math.abs(other.adds) - Math.abs(one.adds));
  const counted = sorted.filter(({ adds }) => Math.abs(adds) >= COUNTS_FROM);
  return { counted, rest: sorted.slice(counted.length), most: Math.abs(sorted[0]?.adds ?? 0) };
}

/** With a sign that is read aloud. */
export function signed(adds: number): string {
  const digits = Math.abs(adds).toFixed(2);
  if (Number(digits) === 0) return "0.00";
  return adds > 0 ? `+${digits}` : `−${digits}`;
}
