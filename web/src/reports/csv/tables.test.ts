import type { Report } from "../../api";
import { expect, it } from "vitest";
import { csv } from "../../csv";
import { csvTables } from "./tables";

it("every table of a report has a head, and as many cells in each row", () => {
  const times = { count: 1, p50_ms: 61_040, p90_ms: 61_040, p99_ms: null };
  const ratings = { count: 2, average: 4.5, by_score: [0, 0, 0, 1, 1] };
  const report: Report = {
    from: 0,
    to: 3_600_000,
    episodes: { ended: 1, open: 0, endings: [{ ending: "handed_over_solved", count: 1 }] },
    handovers: {
      began: 1,
      rate: 1,
      reasons: [{ reason: "rule", count: 1 }],
      outcomes: [{ outcome: "solved", count: 1 }],
      to_assign: times,
      to_reply: times,
      to_end: times,
    },
    ratings,
    hours: [{ at: 0, episodes: 1, handovers: 1 }],
    agents: [{ agent: { id: 7, kind: "agent", full_name: "=Ana" }, handovers: 1, replied: 1, solved: 1, reply_mean_ms: null, ratings }],
    assistants: [{ assistant: "a".repeat(24), name: "Nova", ended: 1, answered: 0, handed_over: 1, ratings }],
  };
  const tables = csvTables(report);
  expect(tables).toHaveLength(7);
  for (const { rows } of tables) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(tables.find(({ name }) => name === "times")?.rows[1]).toEqual(["To an agent", 61, 61, null, 1]);
  expect(csv(tables.find(({ name }) => name === "agents")?.rows ?? [])).toContain("'=Ana,1,1,1,,2,4.5\r\n");
});
