// What the server said about one rule. Its place is that of the time of asking: a rule that has moved since takes its error
// along, and one that was changed has none until it is asked about again.
import type { HandoverRule } from "../../../../api";
import type { Draft } from "../../draft";

const RULES = "unanswered.handover.rules";
const PARTS = { name: "Name", words: "Words", pattern: "Pattern", tags: "Tags", page: "Page", skill: "Skill" };

export type RulePart = keyof typeof PARTS;

export interface RuleErrors {
  of: (part: RulePart) => string | undefined;
  /** The first of them, with the name of the part that it is about. */
  first: string | undefined;
}

export function ruleErrors({ checked, errorOf }: Draft, rule: HandoverRule): RuleErrors {
  const at = checked.unanswered.handover.rules.indexOf(rule);
  if (at < 0) return { of: () => undefined, first: undefined };
  const of = (part: RulePart) => errorOf(`${RULES}[${at}].${part}`);
  const wrong = (Object.keys(PARTS) as RulePart[]).find(of);
  return { of, first: wrong ? `${PARTS[wrong]}: ${of(wrong)}` : errorOf(`${RULES}[${at}]`) };
}

/** What is about the list and no rule of it. */
export function listError({ checked, errorOf }: Draft): string | undefined {
  const isAboutOne = checked.unanswered.handover.rules.some((_, at) => errorOf(`${RULES}[${at}]`));
  return isAboutOne ? undefined : errorOf(RULES);
}
