import { expect, it } from "vitest";
import { eventName, EVENTS, inWords } from "./events";

it("names what a webhook hears of, in one order", () => {
  expect(inWords(["rating", "message"])).toBe("Messages, Ratings");
  expect(inWords(EVENTS.map(({ kind }) => kind))).toBe("Everything");
  expect(inWords([])).toBe("Nothing");
});

it("shows a kind that it does not know yet by its code", () => {
  expect(eventName("handover")).toBe("Handover");
  expect(eventName("weather")).toBe("weather");
});
