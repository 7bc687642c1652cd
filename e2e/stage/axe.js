// Looks for barriers with axe in a page and in every frame of it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Each serious or critical finding as a line. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
export async function barriers(page) {
  const found = await Promise.all(page.frames().map(look));
  return found.flat();
}

/** @param {import("playwright-core").Frame} frame */
async function look(frame) {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(SOURCE);
  return frame.evaluate(async () => {
    const { axe } = /** @type {any} */ (window);
    const { violations } = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
    return violations
      .filter((/** @type {any} */ { impact }) => impact === "serious" || impact === "critical")
      .flatMap((/** @type {any} */ { id, nodes }) =>
        nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")} — ${node.any[0]?.message ?? node.html}`),
      );
  });
}
