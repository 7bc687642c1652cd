// Looks at pages in light and dark, wide and narrow: barriers, and what scrolls sideways. Leaves pictures in out/screens/.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { barriers } from "./axe.js";
import { OUT, slug } from "./evidence.js";
import { DESKTOP, PHONE } from "./windows.js";

/** @typedef {import("playwright-core").Page} Page */

const SCREENS = join(OUT, "screens");
const SCHEMES = /** @type {const} */ (["light", "dark"]);
const SIZES = [DESKTOP, PHONE];

/** Looks at everything before it complains, so that one run tells all. */
export class Inspection {
  /** @type {string[]} */
  #findings = [];

  /** @param {Page} page @param {string} name @param {import("playwright-core").Locator} [part] of a long page: what to look at */
  async of(page, name, part) {
    await mkdir(SCREENS, { recursive: true });
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      await part?.evaluate((element) => element.scrollIntoView());
      if (!(await fitsAcross(page))) this.#findings.push(`${name} scrolls sideways at ${viewport.width} px`);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await settles(page, colorScheme);
        await page.screenshot({ path: join(SCREENS, `${slug(name)}-${viewport.width}-${colorScheme}.png`) });
        const found = await barriers(page);
        this.#findings.push(...found.map((barrier) => `${name} at ${viewport.width} px in ${colorScheme}: ${barrier}`));
      }
    }
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: "light" });
    await settles(page, "light");
  }

  check() {
    assert.deepEqual(this.#findings, []);
  }
}

/** @param {Page} page */
function fitsAcross(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

/** The page has its new size, and every frame in it, which hears of the scheme on its own. @param {Page} page @param {string} scheme */
async function settles(page, scheme) {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await Promise.all(page.frames().map((frame) => becomesStill(frame, scheme)));
}

/** @param {import("playwright-core").Frame} frame @param {string} scheme */
async function becomesStill(frame, scheme) {
  await frame.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme, { polling: 20 });
  await frame.evaluate(isStill);
}

/** Colours on their way are nobody's colours. What turns for ever is not waited for. */
async function isStill() {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
