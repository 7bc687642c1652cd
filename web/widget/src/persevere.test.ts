import { expect, test } from "vitest";
import { Refused } from "./call";
import { backoffMs } from "./backoff";
import { isFinal, persevere, tryNow } from "./persevere";

const refused = (status: number) => new Refused({ status, detail: "No." }, null);

test("a network failure is tried again, at once when the connection is back", async () => {
  let tries = 0;
  const troubles: unknown[] = [];
  const task = async () => {
    if (++tries < 3) throw new TypeError("network");
    return "done";
  };
  const onTrouble = (error: unknown) => {
    troubles.push(error);
    queueMicrotask(tryNow);
  };
  expect(await persevere(task, onTrouble)).toBe("done");
  expect(troubles).toHaveLength(2);
});

test("a refusal that would be the same next time is handed on", async () => {
  await expect(persevere(() => Promise.reject(refused(409)), () => undefined)).rejects.toThrow("No.");
});

test("what a new visitor, a new dialog or patience can mend is not final", () => {
  expect([401, 404, 408, 429, 500, 503].map((status) => isFinal(refused(status)))).not.toContain(true);
  expect([400, 403, 409, 413, 415, 422].map((status) => isFinal(refused(status)))).not.toContain(false);
});

test("pauses grow, stay within half a minute, and differ by chance", () => {
  expect(backoffMs(0, 1)).toBe(500);
  expect(backoffMs(3, 0)).toBe(2000);
  expect(backoffMs(40, 1)).toBe(30_000);
});
