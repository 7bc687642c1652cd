// A rule that calls for a person: in words, in its place among the others, and what is missing in it. Pure.
import type { HandoverRule } from "../../../../api";

/** As many as the server keeps. */
export const RULES_MAX = 50;
const NAMED = 3;

export const NEW_RULE: HandoverRule = {
  name: "",
  words: [],
  pattern: null,
  tags: [],
  page: null,
  during: null,
  skill: null,
  urgent: false,
};

type During = "" | NonNullable<HandoverRule["during"]>;

export const TIMES: { value: During; label: string }[] = [
  { value: "", label: "Any time" },
  { value: "business_hours", label: "Business hours" },
  { value: "outside_business_hours", label: "Outside business hours" },
];

/** What is wrong with it that can be seen before the server is asked. */
export function missingIn({ name, words, pattern, tags, page, during }: HandoverRule) {
  const says = words.length > 0 || pattern !== null || tags.length > 0 || page !== null || during !== null;
  return {
    name: name.trim() ? undefined : "Enter a name.",
    condition: says ? undefined : "Say when it applies: words, a pattern, tags, a page or a time.",
  };
}

/** When it applies, each condition a few words. */
export function conditionsInWords({ words, pattern, tags, page, during }: HandoverRule): string[] {
  return [
    words.length > 0 ? `says ${quoted(words)}` : null,
    pattern === null ? null : `fits the pattern ${pattern}`,
    tags.length > 0 ? `has the tag ${quoted(tags)}` : null,
    page === null ? null : `is on a page with “${page}”`,
    during === null ? null : during === "business_hours" ? "in business hours" : "outside business hours",
  ].filter((one) => one !== null);
}

function quoted(words: string[]): string {
  const named = words.slice(0, NAMED).map((word) => `“${word}”`);
  const others = words.length - NAMED;
  return `${named.join(" or ")}${others > 0 ? ` or ${others} more` : ""}`;
}

/** The same things, one of them a place further up or down. */
export function moved<T>(all: T[], at: number, by: -1 | 1): T[] {
  const one = all[at];
  if (one === undefined || all[at + by] === undefined) return all;
  return all.toSpliced(at, 1).toSpliced(at + by, 0, one);
}
