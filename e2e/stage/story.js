// A test that reads as a story: gets a stage of its own, and leaves evidence behind when it fails.
import { test } from "node:test";
import { keepEvidence } from "./evidence.js";
import { openStage } from "./stage.js";

const TOLD_WITHIN_MS = 300_000;

/**
 * @param {string} sentence
 * @param {(stage: import("./stage.js").Stage) => Promise<void>} tell
 * @param {Record<string, string>} [settings] of the program
 */
export function story(sentence, tell, settings) {
  test(sentence, async () => {
    const stage = await openStage(settings);
    try {
      await withinTime(tell(stage));
      stage.check();
    } catch (error) {
      console.error(`Evidence is in ${await keepEvidence(sentence, stage)}`);
      throw error;
    } finally {
      await stage.close();
    }
  });
}

/** Not the test runner's own limit, because after that one nobody would tidy up. @param {Promise<void>} telling */
async function withinTime(telling) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The story was not over after ${TOLD_WITHIN_MS / 1_000} s.`)), TOLD_WITHIN_MS);
  });
  try {
    await Promise.race([telling, over]);
  } finally {
    clearTimeout(timer);
  }
}
