import { expect, test } from "vitest";
import { createArchive } from "./archive";
import type { History } from "./history";
import type { Identity } from "./identity";
import type { Dialog, DialogPage } from "./wire";

const page = (from: number, next: string | null): DialogPage => ({ items: [{ id: `d${from}` }, { id: `d${from - 1}` }] as Dialog[], next });

/** A server with six conversations in three pages. */
function browser() {
  const shelf: Record<string, DialogPage> = { "": page(6, "d5"), d5: page(4, "d3"), d3: page(2, null) };
  const asked: string[] = [];
  const told: History[] = [];
  const now = { visitor: { user: 7 } as Identity | null, down: false };
  const dialogs = async (after: string | null = null) => {
    asked.push(after ?? "");
    if (now.down) throw new TypeError("network");
    return shelf[after ?? ""]!;
  };
  const archive = createArchive({ dialogs }, { visitor: () => now.visitor }, (history) => told.push(history));
  return { archive, asked, told, now, shown: () => told.at(-1)?.dialogs?.map(({ id }) => id) };
}

test("the newest come first, and older ones a page at a time until there are none", async () => {
  const { archive, told, shown } = browser();
  await archive.load();
  expect([shown(), told.at(-1)?.older]).toEqual([["d6", "d5"], "there"]);
  await archive.loadOlder();
  expect([shown(), told.at(-1)?.older]).toEqual([["d6", "d5", "d4", "d3"], "there"]);
  await archive.loadOlder();
  await archive.loadOlder();
  expect([shown()?.length, told.at(-1)?.older]).toEqual([6, "none"]);
});

test("a list that is loaded again is as long as it was", async () => {
  const { archive, asked, shown } = browser();
  await archive.load();
  await archive.loadOlder();
  await archive.load();
  expect(shown()).toHaveLength(4);
  expect(asked).toEqual(["", "d5", "", "d5"]);
});

test("older ones are asked for once, however often they are wanted, and news meanwhile takes nothing away", async () => {
  const { archive, asked, told, shown } = browser();
  await archive.load();
  await Promise.all([archive.loadOlder(), archive.loadOlder(), archive.load()]);
  expect(asked).toEqual(["", "d5", "", "d5"]);
  expect(told.map(({ older }) => older)).toEqual(["there", "loading", "there", "there"]);
  expect(shown()).toHaveLength(4);
});

test("what could not be loaded is said, and the list stays", async () => {
  const { archive, told, now, shown } = browser();
  await archive.load();
  now.down = true;
  await archive.loadOlder();
  expect(told.at(-1)).toMatchObject({ failed: false, older: "failed" });
  await archive.load();
  expect(told.at(-1)).toMatchObject({ failed: true, older: "there" });
  now.down = false;
  await archive.loadOlder();
  expect(shown()).toHaveLength(4);
});

test("nobody has no list, and somebody else never sees the one before", async () => {
  const { archive, told, now, shown } = browser();
  await archive.load();
  await archive.loadOlder();
  now.visitor = null;
  await archive.load();
  expect(told).toHaveLength(3);
  now.visitor = { user: 8 } as Identity;
  await archive.load();
  expect(shown()).toEqual(["d6", "d5"]);
});
