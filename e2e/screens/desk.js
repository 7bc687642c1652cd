// The two agents of the demo: Ana, at whose desk the pictures are taken, and Ben beside her.
import { Desk } from "../people/agent.js";
import { signIn } from "../people/sign-in.js";
import { ANA, BEN } from "./shop.js";

const CSRF = { "x-baton-csrf": "1" };

/** @typedef {import("./visit.js").Set} Set */

/** Away at first, so that there is a queue to look at. @param {Set} set */
export async function anaAtDesk({ camera, demo }) {
  const page = await camera.window({ baseURL: demo.url });
  await signIn(page, ANA);
  await ask(page, "put", "/me/presence", { away: true, reason: "Lunch" });
  return new Desk(page);
}

/** @param {Set} set */
export async function benAtDesk({ camera, demo, shop }) {
  const page = await camera.window({ baseURL: demo.url });
  await signIn(page, BEN);
  await page.goto("/desk");
  await new Desk(page).isLive();
  return {
    /** @param {string} address of the conversation @param {string} text */
    async notes(address, text) {
      const dialog = /[0-9a-f]{24}/.exec(address)?.[0];
      await ask(page, "put", `/dialogs/${dialog}/labels`, { labels: [shop.workshop] });
      await ask(page, "post", `/dialogs/${dialog}/notes`, { text, mentions: [shop.ana] });
    },
  };
}

/** Search and the command palette. @param {Set} set @param {Desk} desk */
export async function lookUp({ camera }, { page }) {
  const search = page.getByLabel("Search conversations");
  await search.fill("jackets");
  await page.getByRole("region", { name: "Search results" }).getByRole("link").first().waitFor();
  await quiet(page);
  await camera.take(page, "desk-search");
  await search.press("Escape");
  await quiet(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await camera.take(page, "desk-palette", { colorScheme: "dark" });
  await page.keyboard.press("Escape");
}

/** @param {Set} set @param {Desk} desk */
export async function inTheTeam({ camera }, desk) {
  await desk.page.goto("/desk/team");
  await desk.list.getByRole("list", { name: "Conversations of Ana Lind" }).waitFor();
  await desk.list.getByRole("link", { name: /Jonas Weber/ }).click();
  await desk.conversation.waitFor();
  await quiet(desk.page);
  await camera.take(desk.page, "desk-team");
}

/** Nothing lies over what is to be seen. @param {import("playwright-core").Page} page */
export async function quiet(page) {
  const news = page.getByRole("button", { name: "Dismiss" });
  while ((await news.count()) > 0) await news.first().click();
}

/** @param {import("playwright-core").Page} page @param {"put" | "post"} method @param {string} path @param {object} data */
async function ask(page, method, path, data) {
  const response = await page.context().request[method](`/api/v1${path}`, { data, headers: CSRF });
  if (!response.ok()) throw new Error(`${path} was refused: ${await response.text()}`);
}
