// The browser that everything here is looked at with.
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

/** @param {string[]} more arguments of the browser */
export function launch(more = []) {
  return chromium.launch({ executablePath: PROGRAM, args: [...ARGS, ...more] });
}
