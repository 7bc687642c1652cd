import { expect, it } from "vitest";
import { changeOf, tidyPhrasings } from "./change";

it("sends a pair as a question with its phrasings and its answer", () => {
  const pair = { title: " Kayaks ", question: " Do you rent kayaks? ", phrasings: ["kayak hire? ", " "], text: " Yes. " };
  expect(changeOf("qa", pair)).toEqual({
    title: "Kayaks",
    question: "Do you rent kayaks?",
    phrasings: ["kayak hire?"],
    answer: "Yes.",
  });
});

it("sends a document with its text as it was written, and nothing of a pair", () => {
  const document = { title: "Repairs", question: null, phrasings: [], text: "  # Repairs\n" };
  expect(changeOf("markdown", document)).toEqual({ title: "Repairs", text: "  # Repairs\n" });
});

it("keeps each wording once, and not the question itself", () => {
  expect(tidyPhrasings(["Kayak  hire", "kayak hire", "Rent a kayak?", ""], "rent a kayak?")).toEqual(["Kayak  hire"]);
});
