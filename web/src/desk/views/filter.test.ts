import { expect, it } from "vitest";
import { NO_FILTER } from "../route";
import { isSamePlace, placeOf, viewFilterOf } from "./filter";

it("saves a list with what narrows it, and finds the way back", () => {
  const place = { list: "resolved" as const, filter: { ...NO_FILTER, label: 5 }, q: "" };
  expect(viewFilterOf(place)).toEqual({ list: "resolved", label: 5 });
  expect(placeOf(viewFilterOf(place))).toEqual(place);
});

it("saves a search with what narrows it, whichever list it began in", () => {
  expect(viewFilterOf({ list: "mine", filter: { ...NO_FILTER, label: 5 }, q: "tent" })).toEqual({ q: "tent", label: 5 });
});

it("shows a view without a list as all of them", () => {
  expect(placeOf({ agent: 3 })).toEqual({ list: "all", filter: { ...NO_FILTER, agent: 3 }, q: "" });
});

it("recognises the same view, whether what is missing is null or absent", () => {
  expect(isSamePlace({ list: "all", label: 5, agent: null }, { label: 5 })).toBe(true);
  expect(isSamePlace({ list: "all", label: 5 }, { list: "mine", label: 5 })).toBe(false);
  expect(isSamePlace({ q: "tent", list: "mine" }, { q: "tent" })).toBe(true);
  expect(isSamePlace({ q: "tent", label: 5 }, { q: "tent" })).toBe(false);
});
