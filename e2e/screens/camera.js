// Takes the pictures: always the same window sizes, nothing that moves, one file a picture.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launch } from "../stage/chromium.js";

const FOLDER = resolve(process.env.SCREENS_DIR ?? join(import.meta.dirname, "../../docs/screens"));
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 15_000;
// Fonts, the last fade and the layout after it.
const SETTLED_MS = 400;
// There is no scroll bar in a picture, so there is no room to keep for it.
const STYLE = "* { scrollbar-gutter: auto !important }";

/** @typedef {{ viewport?: { width: number, height: number }, colorScheme?: "light" | "dark", locale?: string, baseURL?: string }} Look */

export class Camera {
  /** @param {import("playwright-core").Browser} browser */
  constructor(browser) {
    this.browser = browser;
    /** @type {import("playwright-core").Page | undefined} where pictures are packed */
    this.darkroom = undefined;
  }

  static async set() {
    await mkdir(FOLDER, { recursive: true });
    // The same letters on every machine: no hinting, no subpixels.
    return new Camera(await launch(["--font-render-hinting=none", "--disable-lcd-text"]));
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

  /**
   * What is on the page now; for a phone, the same page is made narrow for the moment.
   * @param {import("playwright-core").Page} page @param {string} name @param {Look} [look]
   */
  async take(page, name, { viewport, colorScheme } = {}) {
    const before = page.viewportSize() ?? DESKTOP;
    if (viewport) await page.setViewportSize(viewport);
    if (colorScheme) await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(SETTLED_MS);
    const picture = await page.screenshot({ animations: "disabled", caret: "hide", style: STYLE });
    await writeFile(join(FOLDER, `${name}.webp`), await this.#packed(picture));
    process.stdout.write(`${name}\n`);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(before);
  }

  /** As WebP, a third of the PNG; the browser can do it. @param {Buffer} picture */
  async #packed(picture) {
    this.darkroom ??= await this.browser.newPage();
    const packed = await this.darkroom.evaluate(async (png) => {
      const image = new Image();
      image.src = png;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.85);
    }, `data:image/png;base64,${picture.toString("base64")}`);
    return Buffer.from(packed.slice(packed.indexOf(",") + 1), "base64");
  }

  close() {
    return this.browser.close();
  }
}
