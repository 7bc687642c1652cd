// The seven ways in which a conversation can end, from the best to the worst, with their share of all.
import type { Report } from "../../api";
import { percentages } from "../percentages";

const ENDINGS = [
  { ending: "answered_confirmed", label: "Answered by AI, confirmed", colour: "bg-ai" },
  { ending: "answered_silent", label: "Answered by AI, silent", colour: "bg-ai/65" },
  { ending: "handed_over_solved", label: "Handed over and solved", colour: "bg-accent" },
  { ending: "handed_over_not_solved", label: "Handed over and not solved", colour: "bg-accent/65" },
  { ending: "contact_left", label: "Contact left", colour: "bg-line-strong" },
  { ending: "abandoned_unanswered", label: "Abandoned before an answer", colour: "bg-warn" },
  { ending: "abandoned_waiting", label: "Abandoned while waiting", colour: "bg-danger" },
];

export interface EndingShare {
  ending: string;
  label: string;
  colour: string;
  count: number;
  /** Of all that ended; those of all endings add up to 100. */
  percent: number;
}

export function endingShares({ episodes }: Pick<Report, "episodes">): EndingShare[] {
  const counts = ENDINGS.map(({ ending }) => episodes.endings.find((one) => one.ending === ending)?.count ?? 0);
  const shares = percentages(counts);
  return ENDINGS.map((one, at) => ({ ...one, count: counts[at] ?? 0, percent: shares[at] ?? 0 }));
}
