// What is left behind when a story fails: what everybody saw last, and what the server logged. In out/, by the story's name.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

export const OUT = resolve(import.meta.dirname, "../out");

/** @param {string} story @param {import("./stage.js").Stage} stage */
export async function keepEvidence(story, { baton, windows }) {
  const folder = join(OUT, slug(story));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "server.log"), baton.log());
  for (const { name, page } of windows.all()) {
    // A page that hangs is evidence too, but must not hold up the others.
    await page.screenshot({ path: join(folder, `${slug(name)}.png`), timeout: 5_000 }).catch(() => undefined);
  }
  return folder;
}

/** @param {string} name */
export function slug(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
