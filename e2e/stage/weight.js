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
    if (url.origin !== origin) return;
    const load = response.body().then((body) => gzipSync(body).length);
    load.catch(() => {}); // What fails, fails for whoever asks for the sum; what comes after that, for nobody.
    loads.set(url.pathname, load);
  });
  return async () => (await Promise.all(loads.values())).reduce((sum, bytes) => sum + bytes, 0);
}
