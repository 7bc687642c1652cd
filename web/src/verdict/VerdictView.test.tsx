import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Router } from "wouter";
import type { Verdict } from "../api";
import { VerdictView } from "./VerdictView";

const VERDICT: Verdict = {
  outcome: "answer",
  text: "Three working days.",
  by_model: false,
  understood: null,
  score: 0.82,
  threshold: 0.55,
  clarify_from: 0.35,
  evidence: [{ source: "5", title: "Delivery", heading: "How long", text: "It takes three working days.", score: 0.9, address: null }],
  signals: [{ name: "sentence", value: 0.9, adds: 1.4 }],
  log_odds: 1.5,
  by_meaning: true,
  why: "It says what was asked.",
  suggestions: [],
  parts: [],
  statements: [],
};

describe("a verdict on screen", () => {
  it("places the probability between both thresholds, in words too", () => {
    expect(shown({})).toContain('aria-valuetext="82%, enough to answer"');
    expect(shown({ score: 0.4 })).toContain('aria-valuetext="40%, enough to ask back, not enough to answer"');
    expect(shown({ score: 0.1 })).toContain('aria-valuetext="10%, below what it takes to ask back or to answer"');
  });

  it("says how the question was understood and how passages were found", () => {
    const text = shown({ understood: "How long to Norway?", by_meaning: false });
    expect(text).toContain("How long to Norway?");
    expect(text).toContain("by words alone");
  });

  it("calls signals by plain names and signs what they add", () => {
    const text = shown({ signals: [{ name: "sentence", value: 0.9, adds: 1.4 }, { name: "names", value: 0, adds: -0.6 }] });
    expect(text).toContain("The best sentence says what was asked");
    expect(text).toContain("+1.40");
    expect(text).toContain("−0.60");
  });

  it("shows what documents say as text, and links only to web pages", () => {
    const evil = { ...VERDICT.evidence[0]!, text: "<img src=x onerror=alert(1)>", address: "javascript:alert(1)" };
    const text = shown({ evidence: [evil] });
    expect(text).not.toContain("<img");
    expect(text).not.toContain('href="javascript:');
  });

  it("has no scale for what is decided before any knowledge is looked at", () => {
    expect(shown({ outcome: "small_talk", evidence: [], signals: [] })).not.toContain("role=\"meter\"");
  });

  it("shows each statement of a model with the words that bear it out", () => {
    const statement = { text: "It takes three days.", quote: "three working days", source: { id: "5", title: "Delivery", address: null }, translated: false };
    const text = shown({ by_model: true, statements: [statement] });
    expect(text).toContain("“three working days”");
    expect(text).toContain("/apps/1/knowledge?source=5");
  });
});

function shown(part: Partial<Verdict>): string {
  return renderToStaticMarkup(
    <Router ssrPath="/">
      <VerdictView app={1} verdict={{ ...VERDICT, ...part }} />
    </Router>,
  );
}
