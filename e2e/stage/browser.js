// One browser for each test file, started when the first window is wanted.
import { after } from "node:test";
import { launch } from "./chromium.js";

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let started;

export function browser() {
  started ??= launch();
  return started;
}

after(async () => {
  await (await started)?.close();
});
