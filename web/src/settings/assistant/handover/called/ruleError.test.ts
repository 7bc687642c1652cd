import { expect, it } from "vitest";
import { errorAt } from "../../../../saving";
import type { Draft } from "../../draft";
import { NEW_RULE } from "./rule";
import { listError, ruleErrors } from "./ruleError";

const refund = { ...NEW_RULE, name: "Refund", words: ["refund"] };
const order = { ...NEW_RULE, name: "Order", pattern: "(" };

function draft(...fields: string[]): Draft {
  const errors = fields.map((field) => ({ field, message: "is wrong" }));
  const checked = { unanswered: { handover: { rules: [refund, order] } } };
  return { checked, errorOf: (field: string) => errorAt(errors, field) } as Draft;
}

it("an error is at the rule it was about, wherever that rule is now", () => {
  const told = draft("unanswered.handover.rules[1].pattern");
  expect(ruleErrors(told, order).first).toBe("Pattern: is wrong");
  expect(ruleErrors(told, order).of("pattern")).toBe("is wrong");
  expect(ruleErrors(told, order).of("words")).toBeUndefined();
  expect(ruleErrors(told, refund).first).toBeUndefined();
  expect(listError(told)).toBeUndefined();
});

it("a rule that was changed has no error until the server is asked again", () => {
  const told = draft("unanswered.handover.rules[1].words[0]");
  expect(ruleErrors(told, order).first).toBe("Words: is wrong");
  expect(ruleErrors(told, { ...order }).first).toBeUndefined();
});

it("what is about the whole list stands at the list", () => {
  expect(listError(draft("unanswered.handover.rules"))).toBe("is wrong");
});
