import { expect, it } from "vitest";
import { addressOf, next, NO_FILTER, placeAt } from "./route";

const CHAT = "a".repeat(24);
const NOVA = "b".repeat(24);

it("reads from an address what it was made from", () => {
  const search = `?assistant=${NOVA}&agent=3&label=5&at=40`;
  const place = placeAt("all", `/desk/all/${CHAT}`, search);
  expect(place).toEqual({ list: "all", dialog: CHAT, context: false, filter: { assistant: NOVA, agent: 3, label: 5 }, q: "", at: 40, note: null });
  expect(addressOf(place, search)).toBe(`/desk/all/${CHAT}${search}`);
});

it("names the note that was found, while its conversation is open", () => {
  const place = placeAt("all", `/desk/all/${CHAT}`, `?q=tent&note=${NOVA}`);
  expect(addressOf(place, "")).toBe(`/desk/all/${CHAT}?q=tent&note=${NOVA}`);
  expect(addressOf({ ...place, dialog: null }, "")).toBe("/desk/all?q=tent");
  expect(next(place, { dialog: NOVA }).note).toBeNull();
});

it("leaves out what nobody meant", () => {
  expect(placeAt("queue", "/desk/queue", "?assistant=nova&agent=x&at=4&q=%20").filter).toEqual(NO_FILTER);
  expect(addressOf(placeAt("queue", "/desk/queue", "?label=0&at=4"), "")).toBe("/desk/queue");
});

it("keeps the filter from conversation to conversation, and begins another list without it", () => {
  const here = placeAt("all", `/desk/all/${CHAT}`, "?label=5&at=40");
  expect(next(here, { dialog: NOVA })).toMatchObject({ filter: { label: 5 }, at: null });
  expect(next(here, { list: "mine" })).toMatchObject({ filter: NO_FILTER, dialog: CHAT });
  expect(next({ ...here, q: "tent" }, { list: "mine" }).q).toBe("");
});

it("keeps the app that an admin looks at", () => {
  expect(addressOf(placeAt("all", "/desk/all", "?app=2&q=tent"), "?app=2&q=tent")).toBe("/desk/all?app=2&q=tent");
});
