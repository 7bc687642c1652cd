import { describe, expect, it } from "vitest";
import type { Replay, TrendDay, Verdict, VerdictOutcome } from "../../api";
import { faredOf, reportOf } from "./replay";
import { weeksOf } from "./trend";

describe("a question that was taught and asked again", () => {
  it("is answered when it and every wording are", () => {
    expect(faredOf(taught("answer", ["answer", "answer"])).title).toBe("Asked again: it is answered now");
    expect(faredOf(taught("answer", [])).all).toBe(true);
  });

  it("says how many wordings are answered when not all are", () => {
    expect(faredOf(taught("answer", ["answer", "unknown", "clarify"])).title).toBe("Asked again: 1 of 3 wordings answered now");
  });

  it("is not answered when nothing leads to it", () => {
    const fared = faredOf(taught("unknown", ["unknown"]));
    expect([fared.all, fared.title]).toEqual([false, "Asked again: it is still not answered"]);
  });
});

it("reports what a change of knowledge did to what had been answered", () => {
  expect(reportOf(replay(3, 3, 0))).toMatch(/3 questions that had been answered before were asked again\. All still are\.$/);
  expect(reportOf(replay(1, 1, 0))).toMatch(/1 question .* was asked again\. It still is\.$/);
  expect(reportOf(replay(40, 38, 2))).toMatch(/38 still are\.$/);
  expect(reportOf(replay(2, 0, 2))).toMatch(/None still are\.$/);
});

it("compares the last week with the one before", () => {
  const older = [9, 0, 2, 0, 0, 0, 0, 0];
  expect(weeksOf(days(...older, 0, 0, 0, 0, 0, 0, 6))).toEqual({ lately: 6, compared: "4 more than the 7 before" });
  expect(weeksOf(days(...older, 0, 0, 0, 0, 0, 0, 1))).toEqual({ lately: 1, compared: "1 fewer than the 7 before" });
  expect(weeksOf(days(1, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0))).toEqual({ lately: 2, compared: "as many as the 7 before" });
});

function taught(outcome: VerdictOutcome, replayed: VerdictOutcome[]) {
  return {
    verdict: { outcome } as Verdict,
    replayed: replayed.map((outcome, at) => ({ question: `${at}?`, outcome, score: 0.5 })),
  };
}

function replay(asked: number, answered: number, worse: number): Replay {
  const one = { unanswered: "u", question: "q", score_before: 0.9, score: 0.2 };
  return { id: "r", asked, answered, worse: Array.from({ length: worse }, () => one), made_at: 0 };
}

function days(...times: number[]): TrendDay[] {
  return times.map((count, day) => ({ day, times: count }));
}
