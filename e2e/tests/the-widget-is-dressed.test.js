// An admin chooses how the widget looks, sees it beside the choices, and has it on the website when it is saved.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { visitor } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { Inspection } from "../stage/inspection.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { PHONE } from "../stage/windows.js";

/** @param {import("../stage/stage.js").Stage} stage */
async function atWidgetPage(stage) {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/widget`);
  const preview = page.frameLocator("iframe[title='Preview of the widget']");
  await preview.locator("baton-chat button").waitFor();
  return { shop, page, preview };
}

story("what is chosen is seen at once, and on the website once it is saved", async (stage) => {
  const { shop, page, preview } = await atWidgetPage(stage);
  await page.getByLabel("Colour", { exact: true }).fill("#0a7d5c");
  await page.getByRole("radio", { name: "Button with words" }).check();
  await page.getByLabel("Words on the launcher", { exact: true }).fill("Ask us");
  await page.getByRole("radio", { name: "Bottom left" }).check();
  await page.getByLabel("Title", { exact: true }).fill("How can we help?");
  const launcher = preview.locator("baton-chat button");
  await launcher.getByText("Ask us").waitFor();
  await becomes(() => launcher.evaluate((button) => getComputedStyle(button).backgroundColor), "rgb(10, 125, 92)");
  await preview.frameLocator("baton-chat iframe").getByText("How can we help?").waitFor();

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Everything is saved").waitFor();
  const customer = await visitor(stage, stage.website.page(shop));
  await customer.launcher.getByText("Ask us").waitFor();
  await becomes(() => customer.launcher.evaluate((button) => getComputedStyle(button).backgroundColor), "rgb(10, 125, 92)");
  const { items } = await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`);
  assert.equal(items.length, 0, "looking begins no conversation");
});

story("on a phone the widget is seen behind a button, wherever the page is scrolled to", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/widget`, { viewport: PHONE });
  await page.getByLabel("Title", { exact: true }).fill("How can we help?");
  const button = page.getByRole("button", { name: "Preview" });
  await becomes(() => button.evaluate((element) => element.getBoundingClientRect().bottom < innerHeight), true);
  await button.press("Enter");
  const sheet = dialog(page, "Preview");
  await sheet.frameLocator("iframe").frameLocator("baton-chat iframe").getByText("How can we help?").waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
});

story("who leaves with unsaved changes is asked, and who stays has lost nothing", async (stage) => {
  const { page } = await atWidgetPage(stage);
  await page.getByLabel("Allowed domain", { exact: true }).fill("https://www.fernhill.example/boats");
  await page.getByRole("button", { name: "Add domain" }).click();
  await page.getByRole("list", { name: "Allowed domains" }).getByText("www.fernhill.example").waitFor();
  await page.getByRole("link", { name: "Reports" }).click();
  await dialog(page, "Leave without saving?").getByRole("button", { name: "Stay" }).click();
  await page.getByText("Unsaved changes").waitFor();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByText("Every website may show it now.").waitFor();
});

story("a secret for identities is shown once, and a widget that lets nobody in is warned about", async (stage) => {
  const { shop, page } = await atWidgetPage(stage);
  await page.getByRole("switch", { name: "Only customers for whom your website vouches" }).check();
  await page.getByText("Nobody can use the widget like this").waitFor();
  await page.getByRole("button", { name: "Make a secret" }).click();
  const shown = dialog(page, "The identity secret");
  assert.ok((await shown.getByRole("group", { name: "Identity secret" }).innerText()).length >= 16);
  await shown.getByRole("button", { name: "I have kept it" }).click();
  await page.getByText("Nobody can use the widget like this").waitFor({ state: "hidden" });
  assert.equal((await shop.admin.get(`/apps/${shop.app}`)).has_identity_secret, true);
  await page.getByText("How to sign a token").click();
  await page.getByRole("tab", { name: "Python" }).click();
  await page.getByRole("group", { name: "Python", exact: true }).getByText("def baton_token").waitFor();
});

story("somebody else's changes and these end up together", async (stage) => {
  const { shop, page } = await atWidgetPage(stage);
  await page.getByRole("radio", { name: "Always dark" }).check();
  const path = `/apps/${shop.app}/assistants/${shop.assistant}`;
  const { settings, version } = await shop.admin.get(path);
  await shop.admin.put(path, { settings: { ...settings, instructions: "Be brief." }, version });
  stage.windows.complaints.tolerate("409 PUT /api/v1/apps/:id/assistants/:id");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByText("Everything is saved").waitFor();
  const after = (await shop.admin.get(path)).settings;
  assert.deepEqual([after.instructions, after.widget.theme], ["Be brief.", "dark"]);
});

story("the page of the widget is for everybody", async (stage) => {
  const inspection = new Inspection();
  const { page } = await atWidgetPage(stage);
  for (const more of ["How to sign a token", "From your own scripts"]) await page.getByText(more).click();
  await inspection.of(page, "Widget page");
  await inspection.of(page, "Widget page further down", page.getByRole("heading", { name: "Who the visitor is" }));
  inspection.check();
});
