import { expect, test, vi } from "vitest";
import { Refused } from "./call";
import { createUploads, MOST_FILES, type Upload } from "./uploads";
import type { Attachment } from "./wire";

const MIB = 1024 * 1024;
const file = (name: string, bytes = 4) => new File([new Uint8Array(bytes)], name, { type: "text/plain" });
const stored = (name: string): Attachment => ({ id: name, name, media_type: "text/plain", bytes: 4, width: null, height: null });

function tray(send: (file: File) => Promise<Attachment>, isOpen = () => true) {
  let now: Upload[] = [];
  const uploads = createUploads({ send, isOpen }, (next) => (now = next));
  return { uploads, states: () => now.map(({ state }) => state.at), now: () => now };
}

test("files are sent as they are added, and taken once they are there", async () => {
  const { uploads, states } = tray(async ({ name }) => stored(name));
  uploads.add([file("a.txt"), file("b.txt")], MIB);
  expect(states()).toEqual(["sending", "sending"]);
  await vi.waitFor(() => expect(states()).toEqual(["ready", "ready"]));
  expect(uploads.take().map(({ id }) => id)).toEqual(["a.txt", "b.txt"]);
  expect(states()).toEqual([]);
});

test("a file that is too big is never sent", () => {
  const send = vi.fn();
  const { uploads, now } = tray(send);
  uploads.add([file("big.bin", 11)], 10);
  expect(now()[0]?.state).toMatchObject({ at: "failed", why: "too_big", again: false });
  expect(send).not.toHaveBeenCalled();
});

test("what the network lost is tried again when the visitor says so, and stays out of the message until then", async () => {
  let tries = 0;
  const { uploads, states, now } = tray(async ({ name }) => {
    if (++tries === 1) throw new TypeError("network");
    return stored(name);
  });
  uploads.add([file("a.txt")], MIB);
  await vi.waitFor(() => expect(now()[0]?.state).toMatchObject({ at: "failed", again: true }));
  expect(uploads.take()).toEqual([]);
  uploads.retry(now()[0]!.key);
  await vi.waitFor(() => expect(states()).toEqual(["ready"]));
});

test("what the server refuses is not offered again", async () => {
  const { uploads, now } = tray(() => Promise.reject(new Refused({ status: 422, detail: "Not this one." })));
  uploads.add([file("a.txt")], MIB);
  await vi.waitFor(() => expect(now()[0]?.state).toMatchObject({ at: "failed", again: false, detail: "Not this one." }));
});

test("no more files than one message takes", () => {
  const { uploads, states } = tray(() => new Promise(() => undefined));
  uploads.add(Array.from({ length: MOST_FILES + 3 }, (_, at) => file(`${at}.txt`)), MIB);
  expect(states()).toHaveLength(MOST_FILES);
});

test("before there is a conversation, files are kept here until the visitor sends something", async () => {
  const send = vi.fn(async ({ name }: File) => stored(name));
  const { uploads, states } = tray(send, () => false);
  uploads.add([file("a.txt"), file("b.txt")], MIB);
  expect(states()).toEqual(["kept", "kept"]);
  expect(uploads.take()).toEqual([]);
  expect(send).not.toHaveBeenCalled();
  expect(await uploads.sendKept()).toBe(true);
  expect(uploads.take().map(({ id }) => id)).toEqual(["a.txt", "b.txt"]);
});

test("nothing is said to be there when one of the kept files is not, or was taken out on its way", async () => {
  const { uploads, states, now } = tray(async ({ name }) => {
    if (name === "a.txt") throw new TypeError("network");
    return stored(name);
  }, () => false);
  uploads.add([file("a.txt"), file("b.txt")], MIB);
  expect(await uploads.sendKept()).toBe(false);
  expect(states()).toEqual(["failed", "ready"]);
  uploads.remove(now()[0]!.key);
  uploads.add([file("c.txt")], MIB);
  const sending = uploads.sendKept();
  uploads.clear();
  expect(await sending).toBe(false);
});

test("where nothing is kept, there is nothing to wait for", async () => {
  expect(await tray(async ({ name }) => stored(name)).uploads.sendKept()).toBe(true);
});
