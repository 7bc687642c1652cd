// The unanswered questions of the last week, compared with the week before.
import type { TrendDay } from "../../api";

const WEEK = 7;

export interface Weeks {
  lately: number;
  /** "4 more than the 7 before" */
  compared: string;
}

export function weeksOf(days: TrendDay[]): Weeks {
  const lately = sum(days.slice(-WEEK));
  return { lately, compared: compared(sum(days.slice(-2 * WEEK, -WEEK)), lately) };
}

function compared(before: number, lately: number): string {
  const change = Math.abs(lately - before).toLocaleString();
  if (before === lately) return "as many as the 7 before";
  return `${change} ${lately < before ? "fewer" : "more"} than the 7 before`;
}

function sum(days: TrendDay[]): number {
  return days.reduce((total, { times }) => total + times, 0);
}
