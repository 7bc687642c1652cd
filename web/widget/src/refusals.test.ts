import { expect, test } from "vitest";
import { sentenceFor } from "./refusals";
import { en } from "./texts/en";

const refused = (reason: string | undefined, detail = "") => sentenceFor({ status: 422, detail, reason }, en);

test("what is refused for a known reason is said in the visitor's words", () => {
  expect(refused("handover_is_off", "handover is off")).toBe(en.nobody_can_come);
  expect(refused("is_closed")).toBe(en.has_ended);
});

test("what nobody here knows is said as the server says it, or at least that it is not possible", () => {
  expect(refused("constructor", "Not this one.")).toBe("Not this one.");
  expect(refused(undefined)).toBe(en.not_possible);
});
