// A conversation that is only tried: what was asked, what came of it, and what the next question is told of it.
import type { Verdict } from "../../../api";

export interface Turn {
  id: number;
  question: string;
  verdict: Verdict;
}

export interface HistoryItem {
  question: string;
  /** Null where nothing was answered. */
  answer: string | null;
}

/** More than this the server does not need to complete a follow-up. */
const TURNS_MAX = 10;

export function historyOf(turns: Turn[]): HistoryItem[] {
  return turns.slice(-TURNS_MAX).map(({ question, verdict }) => ({ question, answer: saidBy(verdict) }));
}

/** The choices of a question back that has just been asked: the next message may be one of them. */
export function offeredBy(turns: Turn[]): string[] {
  const last = turns.at(-1)?.verdict;
  return last?.outcome === "clarify" ? last.suggestions : [];
}

function saidBy({ outcome, text }: Verdict): string | null {
  return outcome === "unknown" || outcome === "failed" ? null : text;
}
