// How long to wait before trying again: twice as long each time, never in step with everybody else.

const FIRST_MS = 500;
const MOST_MS = 30_000;

/** `chance` is a number from 0 to 1. */
export function backoffMs(tries: number, chance: number): number {
  const longest = Math.min(MOST_MS, FIRST_MS * 2 ** tries);
  return longest * (0.5 + chance / 2);
}
