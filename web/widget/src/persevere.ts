// Tries again until something works: later each time, at once when there is a reason for hope.
import { Refused } from "./call";
import { backoffMs } from "./backoff";

const hopeful = new Set<() => void>();

/** The connection is back: whoever pauses tries now. */
export function tryNow() {
  for (const end of hopeful) end();
}

/** Gives up only on a refusal that would be the same next time. */
export async function persevere<T>(task: () => Promise<T>, onTrouble: (error: unknown) => void): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await task();
    } catch (error) {
      if (isFinal(error)) throw error;
      onTrouble(error);
      await pause(Math.max(askedPause(error), backoffMs(tries, Math.random())));
    }
  }
}

/** A new visitor mends 401, a new dialog mends 404, and patience the rest. */
export function isFinal(error: unknown): error is Refused {
  if (!(error instanceof Refused)) return false;
  const { status } = error.problem;
  return status >= 400 && status < 500 && ![401, 404, 408, 429].includes(status);
}

function askedPause(error: unknown): number {
  return (error instanceof Refused && error.retryAfterMs) || 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      hopeful.delete(end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    hopeful.add(end);
  });
}
