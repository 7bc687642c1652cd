import { expect, it } from "vitest";
import type { Notifications } from "../../api";
import { checkLadder, isHeldBack, ladderOf, settingsOf, type Ladder } from "./ladder";

const USUAL: Notifications = {
  push_after: 15,
  colleague_after: 60,
  supervisor_after: 180,
  mail_after: 300,
  mail_to: [],
  webhook_url: null,
  mail_customers: true,
};

it("shows each time in the largest unit that says it exactly", () => {
  const { waits } = ladderOf({ ...USUAL, colleague_after: 90, supervisor_after: 3_600 });
  expect(Object.values(waits).map(({ amount, unit }) => `${amount} ${unit}`)).toEqual(["15 seconds", "90 seconds", "1 hours", "5 minutes"]);
});

it("sends what it was given, when nothing is changed", () => {
  const settings = { ...USUAL, push_after: null, webhook_url: "https://shop.example/hook", mail_to: ["a@shop.example"] };
  expect(settingsOf(ladderOf(settings))).toEqual(settings);
});

it("turns a step that was off on with its usual time", () => {
  const ladder = ladderOf({ ...USUAL, supervisor_after: null });
  expect(ladder.waits.supervisor).toEqual({ on: false, amount: 3, unit: "minutes" });
});

it("says which step has a time that cannot be, and lets a step that is off have any", () => {
  const ladder = ladderOf(USUAL);
  ladder.waits.push.amount = Number.NaN;
  ladder.waits.colleague = { on: true, amount: 4, unit: "seconds" };
  ladder.waits.supervisor = { on: true, amount: 25, unit: "hours" };
  ladder.waits.mail = { on: false, amount: 0.5, unit: "minutes" };
  expect(fields(ladder)).toEqual(["push_after", "colleague_after", "supervisor_after"]);
});

it("finds addresses that are none", () => {
  const ladder = { ...ladderOf(USUAL), mail_to: ["boss@shop.example", "nobody"], webhook_url: "shop.example" };
  expect(fields(ladder)).toEqual(["mail_to[1]", "webhook_url"]);
  expect(fields({ ...ladder, mail_to: ["boss@shop.example"], webhook_url: " https://shop.example/hook " })).toEqual([]);
});

it("knows when a step waits for one above it that comes later", () => {
  const ladder = ladderOf({ ...USUAL, colleague_after: 600 });
  expect(isHeldBack(ladder, "supervisor")).toBe(true);
  expect(isHeldBack(ladder, "colleague")).toBe(false);
  expect(isHeldBack(ladderOf({ ...USUAL, colleague_after: null }), "supervisor")).toBe(false);
});

function fields(ladder: Ladder): string[] {
  return checkLadder(ladder).map(({ field }) => field);
}
