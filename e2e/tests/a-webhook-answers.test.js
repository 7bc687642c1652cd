// A company's own program gets the unanswered questions, signed, and answers through the API.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { eventually } from "../stage/eventually.js";
import { isSigned } from "../stage/receiver.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("a program that receives the question signed answers it through the API", async (stage) => {
  const { receiver, api } = stage;
  const shop = await openShop(stage);
  const secret = await setsTheWebhook(await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`), receiver.url);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);

  const delivery = await eventually("the question is delivered", () => receiver.received[0]);
  assert.ok(isSigned(delivery, secret), "the signature does not fit the secret");
  const { type, data } = JSON.parse(delivery.body);
  assert.equal(type, "question.unanswered");
  assert.equal(data.question, UNKNOWN);

  const { key } = await shop.admin.post(`/apps/${shop.app}/keys`, { name: "Museum bot" });
  await api.as(key).post(`/dialogs/${data.dialog}/messages`, { text: "It is closed on Mondays." });
  await customer.hasHeard("It is closed on Mondays.");
}, { BATON_CRAWL_ALLOW: "127.0.0.1" });

/** @param {import("playwright-core").Page} page @param {string} url @returns {Promise<string>} the secret */
async function setsTheWebhook(page, url) {
  await page.getByRole("radio", { name: "Webhook" }).check();
  await page.getByLabel("Webhook address").fill(url);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
  await page.getByRole("button", { name: "Make a signing secret" }).click();
  const once = dialog(page, "The signing secret");
  const secret = await once.getByRole("group", { name: "Signing secret" }).innerText();
  await once.getByRole("button", { name: "I have kept it" }).click();
  return secret;
}
