// Takes the pictures: always the same window sizes, nothing that moves, one file a picture.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launch } from "../stage/chromium.js";

const FOLDER = resolve(process.env.SCREENS_DIR ?? join(import.meta.dirname, "../../docs/screens"));
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 15_000;
// Fonts, the last fade and the layout after it.
const SETTLED_MS = 400;

/** @typedef {{ viewport?: { width: number, height: number }, colorScheme?: "light" | "dark", locale?: string, baseURL?: string }} Look */

export class Camera {
  /** @param {import("playwright-core").Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  static async set() {
    await mkdir(FOLDER, { recursive: true });
    // The same letters on every machine: no hinting, no subpixels.
    return new Camera(await launch(["--hide-scrollbars", "--font-render-hinting=none", "--disable-lcd-text"]));
  }

  /** A window of somebody of their own. @param {Look} look */
  async window({ viewport = DESKTOP, colorScheme = "light", locale = "en-GB", baseURL } = {}) {
    const context = await this.browser.newContext({
      viewport,
      colorScheme,
      locale,
      timezoneId: "Europe/Oslo",
      reducedMotion: "reduce",
      deviceScaleFactor: 1,
      ...(baseURL && { baseURL }),
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  /** @param {import("playwright-core").Page} page @param {string} name @param {"light" | "dark"} [colorScheme] */
  async take(page, name, colorScheme) {
    if (colorScheme) await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled", caret: "hide" });
    if (colorScheme) await page.emulateMedia({ colorScheme: "light" });
    process.stdout.write(`${name}\n`);
  }

  close() {
    return this.browser.close();
  }
}
