// Waits for something to become true, and says what it was waiting for when it does not.
import { isDeepStrictEqual } from "node:util";
import assert from "node:assert/strict";

const WITHIN_MS = 40_000;
const LOOK_AGAIN_MS = 40;

/**
 * @template T
 * @param {string} what for the message when it does not happen
 * @param {() => T | Promise<T>} look anything but false, null, undefined ends the wait
 * @returns {Promise<NonNullable<T>>}
 */
export async function eventually(what, look, within_ms = WITHIN_MS) {
  const deadline = Date.now() + within_ms;
  for (;;) {
    const seen = await look();
    if (seen !== false && seen !== null && seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`This did not happen within ${within_ms / 1_000} s: ${what}`);
    await moment();
  }
}

/**
 * Waits until what is seen is what is expected; when time is over, the difference is the failure.
 * @template T
 * @param {() => T | Promise<T>} look
 * @param {T} expected
 */
export async function becomes(look, expected, within_ms = WITHIN_MS) {
  const deadline = Date.now() + within_ms;
  for (;;) {
    const seen = await look();
    if (isDeepStrictEqual(seen, expected)) return;
    if (Date.now() > deadline) assert.deepEqual(seen, expected);
    await moment();
  }
}

function moment() {
  return new Promise((settle) => setTimeout(settle, LOOK_AGAIN_MS));
}
