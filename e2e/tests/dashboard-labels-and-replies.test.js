// What agents mark conversations with and what they need not write again, as an admin prepares it.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("labels are made, renamed and deleted, and no name is given twice", async (stage) => {
  const shop = await openShop(stage);
  stage.windows.complaints.tolerate("409 POST /api/v1/apps/:id/labels");
  const page = await adminAt(stage, `/apps/${shop.app}/settings/labels`);
  await makesLabel(page, "Refund", "orange");
  await page.getByRole("list", { name: "Labels" }).getByText("Refund").waitFor();

  await makesLabel(page, "REFUND", "blue");
  const form = dialog(page, "Create a label");
  await form.getByRole("alert").waitFor();
  await form.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Edit Refund" }).click();
  await dialog(page, "Edit Refund").getByLabel("Name").fill("Money back");
  await dialog(page, "Edit Refund").getByRole("button", { name: "Save" }).click();
  await page.getByRole("list", { name: "Labels" }).getByText("Money back").waitFor();
  const { items } = await shop.admin.get(`/apps/${shop.app}/labels`);
  assert.deepEqual(items.map((/** @type {any} */ { name, colour }) => [name, colour]), [["Money back", "orange"]]);

  await page.getByRole("button", { name: "Delete Money back" }).click();
  await dialog(page, "Delete Money back?").getByRole("button", { name: "Delete" }).click();
  await page.getByText("No labels yet").waitFor();
});

story("canned replies are made, changed and deleted", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/settings/replies`);
  await page.getByRole("button", { name: "Create reply" }).click();
  const form = dialog(page, "Create a canned reply");
  await form.getByLabel("Shortcut").fill("two words");
  await form.getByLabel("Text").fill("Thank you for writing, {customer}!");
  await form.getByRole("button", { name: "Create", exact: true }).click();
  await form.getByText("Use letters, digits").waitFor();
  await form.getByLabel("Shortcut").fill("/thanks");
  await form.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("list", { name: "Canned replies" }).getByText("/thanks").waitFor();

  await page.getByRole("button", { name: "Edit /thanks" }).click();
  await dialog(page, "Edit /thanks").getByLabel("Text").fill("Thank you, {customer}. — {agent}");
  await dialog(page, "Edit /thanks").getByRole("button", { name: "Save" }).click();
  await page.getByText("Thank you, {customer}. — {agent}").waitFor();

  await page.getByRole("button", { name: "Delete /thanks" }).click();
  await dialog(page, "Delete /thanks?").getByRole("button", { name: "Delete" }).click();
  await page.getByText("No canned replies yet").waitFor();
});

/** @param {import("playwright-core").Page} page @param {string} name @param {string} colour */
async function makesLabel(page, name, colour) {
  await page.getByRole("button", { name: "Create label" }).click();
  const form = dialog(page, "Create a label");
  await form.getByLabel("Name").fill(name);
  await form.getByRole("radio", { name: colour }).check({ force: true });
  await form.getByRole("button", { name: "Create", exact: true }).click();
}
