import { expect, it } from "vitest";
import { endingShares } from "./endings";

it("has each ending once, also those that nobody had, and their shares add up", () => {
  const endings = [
    { ending: "answered_silent", count: 4 },
    { ending: "handed_over_solved", count: 1 },
    { ending: "abandoned_waiting", count: 1 },
  ];
  const shares = endingShares({ episodes: { ended: 6, open: 0, endings } });
  expect(new Set(shares.map(({ ending }) => ending)).size).toBe(7);
  expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
  const of = (wanted: string) => shares.find(({ ending }) => ending === wanted);
  expect(of("answered_silent")).toMatchObject({ label: "Answered by AI, silent", count: 4, percent: 67 });
  expect(of("contact_left")).toMatchObject({ count: 0, percent: 0 });
});
