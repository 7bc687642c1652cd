// Without a network: what is written waits through a reload and arrives once; a chat that cannot open says so, and opens later.
import assert from "node:assert/strict";
import { customerOnWebsite, visitor } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { KNOWN, openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { PHONE } from "../stage/windows.js";

const API = "**/api/v1/dialogs**";
const REFUSED = "net::ERR_CONNECTION_REFUSED";

story("messages that were written without a network wait through a reload and arrive once, in order", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  stage.windows.complaints.tolerate(
    `${REFUSED} GET /api/v1/dialogs`,
    `${REFUSED} GET /api/v1/dialogs/:id`,
    `${REFUSED} GET /api/v1/dialogs/:id/messages`,
    `${REFUSED} POST /api/v1/dialogs/:id/messages`,
  );
  const context = customer.page.context();
  await context.route(API, (route) => route.abort("connectionrefused"));
  await customer.says("One.");
  await customer.says("Two.");
  await customer.page.reload();
  await customer.opensChat();
  await customer.chat.getByText("Sending…").first().waitFor();
  await becomes(async () => (await customer.read()).slice(-2), ["One.", "Two."]);
  await context.unroute(API);
  await becomes(() => customer.chat.getByText("Sending…").count(), 0);

  const { items } = await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`);
  assert.equal(items.length, 1);
  const { items: messages } = await shop.admin.get(`/dialogs/${items[0].id}/messages`);
  const own = messages.filter((/** @type {any} */ { sender }) => sender.kind === "customer");
  assert.deepEqual(own.map((/** @type {any} */ { text }) => text), [KNOWN.question, "One.", "Two."]);
});

story("a first question that was asked without a network begins one conversation when it is back", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  stage.windows.complaints.tolerate(`${REFUSED} POST /api/v1/dialogs`, `${REFUSED} GET /api/v1/dialogs`);
  const context = customer.page.context();
  await context.route(API, (route) => route.abort("connectionrefused"));
  await customer.says(KNOWN.question);
  await customer.says("And abroad?");
  await customer.chat.getByText("Offline — trying again").waitFor();
  await context.unroute(API);
  await becomes(() => customer.chat.getByText("Sending…").count(), 0);
  const { items } = await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`);
  assert.equal(items.length, 1);
});

story("a chat that is opened without a network says so, and opens by itself when it is back", async (stage) => {
  const shop = await openShop(stage);
  const customer = await visitor(stage, stage.website.page(shop));
  const open = customer.page.getByRole("button", { name: "Open chat", exact: true });
  await open.waitFor();
  stage.windows.complaints.tolerate("net::ERR_INTERNET_DISCONNECTED GET /widget/assets/app.js", "net::ERR_INTERNET_DISCONNECTED GET /widget/assets/app.css");
  const context = customer.page.context();
  await context.setOffline(true);
  await open.click();
  await customer.chat.getByText("No connection. The chat opens as soon as it is back.").waitFor();
  await context.setOffline(false);
  await customer.field.waitFor();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
});

story("a chat that is long in coming can be left again, also on a phone", async (stage) => {
  const shop = await openShop(stage);
  const customer = await visitor(stage, stage.website.page(shop), "Ida", { viewport: PHONE, hasTouch: true });
  /** @type {() => void} */
  let arrives = () => undefined;
  const arrived = new Promise((resolve) => (arrives = () => resolve(undefined)));
  await customer.page.route("**/widget/assets/app*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await customer.page.getByRole("button", { name: "Open chat", exact: true }).click();
  await customer.chat.getByRole("button", { name: "Close chat" }).click();
  await becomes(() => customer.page.locator("baton-chat iframe").isVisible(), false);
  arrives();
  await customer.opensChat();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
});
