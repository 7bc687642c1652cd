import { expect, it } from "vitest";
import { answerInWords, readable, stateInWords, stateNamed } from "./words";

it("says what the receiver answered, each thing once", () => {
  expect(answerInWords({ status: 204, error: null })).toBe("HTTP 204");
  expect(answerInWords({ status: 500, error: "out of order" })).toBe("HTTP 500: out of order");
  expect(answerInWords({ status: 500, error: "The receiver answered 500." })).toBe("The receiver answered 500.");
  expect(answerInWords({ status: null, error: "Nobody is there." })).toBe("Nobody is there.");
  expect(answerInWords({ status: null, error: null })).toBe("–");
});

it("breaks JSON into lines, and leaves anything else alone", () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readable("not json")).toBe("not json");
});

it("reads a state from the address only if there is one of that name", () => {
  expect(["failed", "pending", "lost", null].map(stateNamed)).toEqual(["failed", "pending", undefined, undefined]);
});

it("does not say that something is merely being sent when it has failed before", () => {
  expect(stateInWords({ state: "pending", attempts: 0 }).label).toBe("Being sent");
  expect(stateInWords({ state: "pending", attempts: 2 }).label).toContain("Failed");
  expect(stateInWords({ state: "delivered", attempts: 2 }).label).toBe("Delivered");
});
