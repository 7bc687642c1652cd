// The tables of a report as rows of cells: numbers as numbers, times in seconds.
import type { Report } from "../../api";
import type { Cell } from "../../csv";
import { endingShares } from "../endings/endings";
import { timesOf } from "../figures";
import { scoresOf } from "../ratings/scores";
import { reasonInWords } from "../words";

export interface CsvTable {
  /** On the menu. */
  label: string;
  /** In the file's name. */
  name: string;
  rows: Cell[][];
}

export function csvTables(report: Report): CsvTable[] {
  const { handovers, hours, agents, assistants, ratings } = report;
  return [
    {
      label: "How conversations ended",
      name: "endings",
      rows: [["Ending", "Conversations", "Percent"], ...endingShares(report).map(({ label, count, percent }) => [label, count, percent])],
    },
    {
      label: "Why a person was called",
      name: "reasons",
      rows: [["Reason", "Handovers"], ...handovers.reasons.map(({ reason, count }) => [reasonInWords(reason), count])],
    },
    {
      label: "How long it took",
      name: "times",
      rows: [
        ["Time", "p50 (s)", "p90 (s)", "p99 (s)", "Handovers"],
        ...timesOf(report).map(({ label, times }) => [label, ...[times.p50_ms, times.p90_ms, times.p99_ms].map(seconds), times.count]),
      ],
    },
    {
      label: "Load by hour",
      name: "load",
      rows: [
        ["Hour (UTC)", "Conversations", "Handovers"],
        ...hours.map(({ at, episodes, handovers: began }) => [new Date(at).toISOString(), episodes, began]),
      ],
    },
    {
      label: "Customer satisfaction",
      name: "ratings",
      rows: [["Rating", "Customers", "Percent"], ...scoresOf(ratings).map(({ score, count, percent }) => [score, count, percent])],
    },
    {
      label: "By agent",
      name: "agents",
      rows: [
        ["Agent", "Handovers", "Replied", "Solved", "First reply, mean (s)", "Ratings", "Rating, mean"],
        ...agents.map((one) => [
          one.agent.full_name,
          one.handovers,
          one.replied,
          one.solved,
          seconds(one.reply_mean_ms),
          one.ratings.count,
          one.ratings.average,
        ]),
      ],
    },
    {
      label: "By AI Agent",
      name: "ai-agents",
      rows: [
        ["AI Agent", "ID", "Ended", "Answered alone", "Handed over", "Ratings", "Rating, mean"],
        ...assistants.map((one) => [one.name, one.assistant, one.ended, one.answered, one.handed_over, one.ratings.count, one.ratings.average]),
      ],
    },
  ];
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 100) / 10;
}
