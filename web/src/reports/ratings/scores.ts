// Ratings from the best to the worst, with their share of all.
import type { Ratings } from "../../api";
import { percentages } from "../percentages";

export interface Score {
  score: number;
  count: number;
  /** Of all ratings; those of all scores add up to 100. */
  percent: number;
}

export function scoresOf({ by_score }: Ratings): Score[] {
  const shares = percentages(by_score);
  return by_score.map((count, at) => ({ score: at + 1, count, percent: shares[at] ?? 0 })).reverse();
}

/** "4.3"; a dash when nobody has rated. */
export function averageInWords({ average }: Ratings): string {
  return average === null ? "–" : average.toLocaleString(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** What people call customer satisfaction: the share of those who gave 4 or 5. */
export function satisfied({ count, by_score }: Ratings): number | null {
  return count === 0 ? null : ((by_score[3] ?? 0) + (by_score[4] ?? 0)) / count;
}
