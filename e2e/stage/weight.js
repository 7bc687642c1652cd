// What a page costs: everything that it took from one server, compressed as servers do, each thing once.
import { gzipSync } from "node:zlib";

/**
 * @param {import("playwright-core").Page} page
 * @param {string} origin
 * @returns {() => Promise<number>} bytes up to now
 */
export function weigh(page, origin) {
  /** @type {Map<string, Promise<number>>} */
  const loads = new Map();
  page.on("response", (response) => {
    const url = new URL(response.url());
    if (url.origin === origin) loads.set(url.pathname, response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(loads.values())).reduce((sum, bytes) => sum + bytes, 0);
}
