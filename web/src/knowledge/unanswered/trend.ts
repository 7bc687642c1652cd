// The unanswered questions of the last days in one sentence: how many, and whether there are more or fewer than before.
import type { TrendDay } from "../../api";
import { plural } from "../overview/sentences";

export function trendInWords(days: TrendDay[]): string {
  const half = Math.floor(days.length / 2);
  const before = sum(days.slice(0, half));
  const lately = sum(days.slice(-half));
  const all = `${plural(sum(days), "time")} in ${days.length} days a question was not answered`;
  if (half === 0 || before + lately === 0) return `${all}.`;
  return `${all}; ${lately} in the last ${half}, ${compared(before, lately)}.`;
}

function compared(before: number, lately: number): string {
  if (before === lately) return "as many as before";
  return lately < before ? `after ${before} in the days before: fewer` : `after ${before} in the days before: more`;
}

function sum(days: TrendDay[]): number {
  return days.reduce((total, { times }) => total + times, 0);
}
