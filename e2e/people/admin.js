// An admin at the Dashboard.
import { ADMIN } from "../stage/shop.js";
import { signIn } from "./sign-in.js";

/** @param {import("../stage/stage.js").Stage} stage @param {string} path @param {import("../stage/windows.js").Look} [look] */
export async function adminAt(stage, path, look) {
  const page = await stage.windows.open("Rita", look);
  await signIn(page, ADMIN);
  await page.goto(path);
  return page;
}

/** The dialog with this title. @param {import("playwright-core").Page} page @param {string | RegExp} name */
export function dialog(page, name) {
  return page.getByRole("dialog", { name });
}

/** Opens the form for one kind of knowledge. @param {import("playwright-core").Page} page @param {"Question and answer" | "Text" | "Website"} kind */
export async function addsKnowledge(page, kind) {
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: kind }).click();
}
