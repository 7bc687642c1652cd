// One browser for each test file, started when the first window is wanted.
import { after } from "node:test";
import { chromium } from "playwright-core";

const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGS = [
  "--no-sandbox",
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let started;

export function browser() {
  started ??= chromium.launch({ executablePath: PROGRAM, args: ARGS });
  return started;
}

after(async () => {
  await (await started)?.close();
});
