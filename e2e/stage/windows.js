// The windows of the people in a story. Each person has a browser profile of their own, so nobody shares a session.
import { browser } from "./browser.js";
import { Complaints } from "./complaints.js";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 40_000;

/** @typedef {{ viewport?: { width: number, height: number }, colorScheme?: "light" | "dark", locale?: string, hasTouch?: boolean }} Look */

export class Windows {
  complaints = new Complaints();
  /** @type {Map<string, import("playwright-core").BrowserContext>} */
  #contexts = new Map();

  /** @param {string} baton */
  constructor(baton) {
    this.baton = baton;
  }

  /** @param {string} name whose window it is @param {Look} look */
  async open(name, { viewport = DESKTOP, colorScheme = "light", locale = "en-GB", hasTouch = false } = {}) {
    const context = await (await browser()).newContext({
      baseURL: this.baton,
      viewport,
      colorScheme,
      locale,
      hasTouch,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(PATIENCE_MS);
    this.complaints.listen(name, context);
    this.#contexts.set(name, context);
    return context.newPage();
  }

  /** What everybody sees now. @returns {{ name: string, page: import("playwright-core").Page }[]} */
  all() {
    return [...this.#contexts].flatMap(([name, context]) =>
      context.pages().map((page, at) => ({ name: at === 0 ? name : `${name} ${at + 1}`, page })),
    );
  }

  async close() {
    await Promise.all([...this.#contexts.values()].map((context) => context.close()));
  }
}
