import { expect, it } from "vitest";
import { dueNow, going, heldIn, hold, leftBehind, nextDue, parsed, TOO_OLD_MS, without, type HeldReply } from "./queue";

const NOW = 1_000_000;

it("holds a reply until it is due", () => {
  const queue = hold([], reply("a", NOW + 5_000), NOW);
  expect(dueNow(queue, NOW + 4_999)).toEqual([]);
  expect(nextDue(queue)).toBe(NOW + 5_000);
  expect(ids(dueNow(queue, NOW + 5_000))).toEqual(["a"]);
});

it("lets nothing overtake what was said before in the same conversation", () => {
  const elsewhere = reply("b", NOW + 5_000, "other");
  const queue = [reply("a", NOW + 5_000), elsewhere];
  expect(ids(dueNow(hold(queue, reply("c", NOW + 9_000), NOW), NOW))).toEqual(["a"]);
});

it("takes nothing back that has gone out, and does not send it twice", () => {
  const queue = going(hold([], reply("a", NOW), NOW), "a");
  expect([heldIn(queue, "d"), dueNow(queue, NOW), nextDue(queue)]).toEqual([[], [], null]);
  expect(without(queue, "a")).toEqual([]);
});

it("sends what a closed window left behind, unless another window still holds it or it is old", () => {
  const kept = [reply("own", NOW - 60_000), reply("others", NOW - 1_000), reply("left", NOW - 60_000), reply("old", NOW - TOO_OLD_MS - 1)];
  const { send, draft } = leftBehind(kept, [reply("own", NOW)], NOW);
  expect([ids(send), ids(draft)]).toEqual([["left"], ["old"]]);
});

it("reads nothing into what it did not write", () => {
  const good = reply("a", NOW);
  for (const kept of [null, "", "{", "{}", "[1,null]", '[{"id":"x"}]']) expect(parsed(kept)).toEqual([]);
  expect(parsed(JSON.stringify([good, { id: 1 }]))).toEqual([good]);
});

function reply(id: string, due: number, dialog = "d"): HeldReply {
  return { id, dialog, text: "hi", attachments: [], due, isGoing: false };
}

function ids(replies: HeldReply[]) {
  return replies.map(({ id }) => id);
}
