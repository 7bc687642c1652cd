// A webhook of the company's own: a delivery fails, is seen, is sent again and arrives, as the same message, signed.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { eventually } from "../stage/eventually.js";
import { startFarEnd } from "../stage/far-end.js";
import { isSigned } from "../stage/receiver.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("../stage/receiver.js").Delivery} Call */

story("a delivery that failed is shown, sent again and arrives", async (stage) => {
  const shop = await openShop(stage);
  const program = await startProgram();
  try {
    const page = await adminAt(stage, `/apps/${shop.app}/integrations`);
    const secret = await addsWebhook(page, program.url, ["Messages"]);
    program.isBroken = true;
    const customer = await customerOnWebsite(stage, shop);
    await customer.says(UNKNOWN);
    await customer.hears(/available/);

    await page.getByRole("table", { name: "Webhooks" }).getByRole("link", { name: program.url }).click();
    const row = page.getByRole("table", { name: "Deliveries" }).getByRole("row").filter({ hasText: "Handover #" }).last();
    await row.getByText("Failed, tried again").waitFor();
    await row.getByText(/503/).waitFor();

    program.isBroken = false;
    await row.getByRole("button", { name: /^Handover #/ }).click();
    const detail = page.getByRole("dialog", { name: /^Handover #/ });
    await detail.getByRole("region", { name: "Body" }).getByText('"handover"').first().waitFor();
    await detail.getByRole("button", { name: "Send again" }).click();
    await detail.getByText("Delivered", { exact: true }).first().waitFor();
    await detail.getByRole("button", { name: "Close" }).first().click();
    await row.getByText("Delivered", { exact: true }).waitFor();

    const arrived = await eventually("the handover arrives", () => program.taken.find(({ body }) => JSON.parse(body).kind === "handover"));
    const refused = program.refused.find(({ headers }) => headers["webhook-id"] === arrived.headers["webhook-id"]);
    assert.equal(refused?.body, arrived.body, "what is sent again is the same message");
    assert.ok(isSigned(arrived, secret), "it is signed");

    await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Given up" });
    await page.getByText("None in this state").waitFor();
  } finally {
    await program.stop();
  }
}, { BATON_CRAWL_ALLOW: "127.0.0.1" });

story("a webhook is changed, switched off and removed", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/integrations`);
  await addsWebhook(page, "https://hooks.fernhill.example/baton");
  await page.getByRole("link", { name: "https://hooks.fernhill.example/baton" }).click();
  await page.getByRole("checkbox", { name: "Ratings" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("The webhook is saved.").waitFor();
  await page.getByRole("switch", { name: "On" }).uncheck();
  await page.getByText("Off", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Remove webhook" }).click();
  await dialog(page, "Remove this webhook?").getByRole("button", { name: "Remove" }).click();
  await page.getByText("No webhooks yet").waitFor();
});

/** The company's program: takes what comes, unless it is broken. */
async function startProgram() {
  /** @type {Call[]} */
  const taken = [];
  /** @type {Call[]} */
  const refused = [];
  const program = { isBroken: false, taken, refused, url: "", stop: async () => {} };
  const server = await startFarEnd(({ headers, body }) => {
    (program.isBroken ? refused : taken).push({ headers, body });
    return { status: program.isBroken ? 503 : 204 };
  });
  return Object.assign(program, { url: `http://127.0.0.1:${server.port}/baton`, stop: server.stop });
}

/** @param {Page} page @param {string} url @param {string[]} without what it is not told of @returns {Promise<string>} the secret */
async function addsWebhook(page, url, without = []) {
  await page.getByRole("button", { name: "Add webhook" }).click();
  const form = dialog(page, "Add a webhook");
  await form.getByRole("textbox", { name: "Address" }).fill(url);
  for (const kind of without) await form.getByRole("checkbox", { name: kind }).uncheck();
  await form.getByRole("button", { name: "Add webhook" }).click();
  const once = dialog(page, "The signing secret");
  const secret = await once.getByRole("group", { name: "Signing secret" }).innerText();
  await once.getByRole("button", { name: "I have kept it" }).click();
  return secret.trim();
}
