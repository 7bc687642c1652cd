import { describe, expect, it } from "vitest";
import { conditionsInWords, missingIn, moved, NEW_RULE } from "./rule";

describe("a rule that calls for a person", () => {
  it("says in words when it applies", () => {
    const rule = { ...NEW_RULE, words: ["refund", "money back"], page: "/checkout", during: "outside_business_hours" as const };
    expect(conditionsInWords(rule)).toEqual([
      "says “refund” or “money back”",
      "is on a page with “/checkout”",
      "outside business hours",
    ]);
    const tags = ["a", "b", "c", "d", "e"];
    expect(conditionsInWords({ ...NEW_RULE, tags })).toEqual(["has the tag “a” or “b” or “c” or 2 more"]);
  });

  it("needs a name and at least one condition", () => {
    expect(missingIn({ ...NEW_RULE, name: " ", skill: "billing" })).toEqual({
      name: "Enter a name.",
      condition: "Say when it applies: words, a pattern, tags, a page or a time.",
    });
    expect(missingIn({ ...NEW_RULE, name: "Nights", during: "outside_business_hours" })).toEqual({});
  });
});

describe("the order of rules", () => {
  it("changes by one place, and never beyond the ends", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
