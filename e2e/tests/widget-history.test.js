// A visitor has more than one conversation: goes back to an earlier one, begins another, and hears of news in any.
import assert from "node:assert/strict";
import { customerOnWebsite, visitor } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { identityToken } from "../stage/identity.js";
import { ALSO_KNOWN, KNOWN, openShop, tokenOf, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("a visitor begins another conversation, goes back to the first, and finds both after a reload", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  const first = await customer.read();

  await customer.beginsAnother();
  await becomes(async () => (await customer.read()).length, 1);
  await customer.says(ALSO_KNOWN.question);
  await customer.hears(ALSO_KNOWN.answer);
  assert.equal((await customer.read()).includes(KNOWN.question), false);

  await customer.page.reload();
  await customer.opensChat();
  await customer.hears(ALSO_KNOWN.answer);
  await customer.looksAtConversations();
  await customer.chat.getByRole("listitem").filter({ hasText: KNOWN.answer }).getByRole("button").click();
  await becomes(() => customer.read(), first);
});

story("an agent who writes in another conversation is counted on the launcher and in the title, and found in the list", async (stage) => {
  const handover = { message: { default: "One moment." }, notify_assigned: false, assign_to: "online_and_offline" };
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover });
  const customer = await visitor(stage, stage.website.page(shop, { attributes: 'data-title="count"' }));
  await customer.opensChat();
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await customer.beginsAnother();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await customer.page.getByRole("button", { name: "Close chat" }).click();

  const agent = stage.api.as(await tokenOf(stage.api, shop.agents[0]));
  const dialog = await eventually("Ana has it", async () => (await agent.get(`/apps/${shop.app}/dialogs?list=mine`)).items[0]);
  await agent.post(`/dialogs/${dialog.id}/messages`, { text: "It is closed on Mondays." });
  await becomes(() => customer.launcher.locator("span").innerText(), "1");
  await becomes(() => customer.page.title(), "(1) Fernhill Outdoor");

  await customer.opensChat();
  await customer.looksAtConversations();
  await customer.chat.getByRole("button", { name: /1 unread/ }).click();
  await customer.hears(/closed on Mondays/);
  await becomes(() => customer.page.title(), "Fernhill Outdoor");
  await becomes(() => customer.launcher.locator("span").isVisible(), false);
});

story("words that were not sent wait in their conversation, and are nothing to the next person", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await customer.field.fill("And to the islands");
  await customer.beginsAnother();
  await becomes(() => customer.field.inputValue(), "");
  await customer.field.fill("Something else");
  await customer.looksAtConversations();
  await customer.chat.getByRole("listitem").filter({ hasText: KNOWN.answer }).getByRole("button").click();
  await becomes(() => customer.field.inputValue(), "And to the islands");

  const { identity_secret } = await shop.admin.put(`/apps/${shop.app}/identity_secret`);
  const token = identityToken(identity_secret, { sub: "jon" });
  await customer.page.evaluate((token) => /** @type {any} */ (window).Baton.identify(token), token);
  await becomes(() => customer.field.inputValue(), "");
  await becomes(async () => (await customer.read()).length, 1);
});

story("what was written in one conversation while the network was cut goes to that one", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  stage.windows.complaints.tolerate("net::ERR_CONNECTION_RESET POST /api/v1/dialogs/:id/messages");
  await customer.page.route("**/messages", (route) => (route.request().method() === "POST" ? route.abort("connectionreset") : route.continue()));
  await customer.says("And to the islands?");
  await customer.chat.getByText("Sending…").waitFor();
  await customer.beginsAnother();
  await customer.says(ALSO_KNOWN.question);
  await customer.page.unroute("**/messages");
  await customer.hears(ALSO_KNOWN.answer);
  await customer.looksAtConversations();
  const { items } = await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`);
  assert.equal(items.length, 2);
  const said = await Promise.all(
    items.map(async (/** @type {any} */ { id }) => {
      const { items: messages } = await shop.admin.get(`/dialogs/${id}/messages`);
      return messages.filter((/** @type {any} */ { sender }) => sender.kind === "customer").map((/** @type {any} */ { text }) => text);
    }),
  );
  assert.deepEqual(said.sort(), [[ALSO_KNOWN.question], [KNOWN.question, "And to the islands?"]].sort());
});

story("a question that began a conversation without a network does not end up in another one", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await customer.beginsAnother();
  stage.windows.complaints.tolerate("net::ERR_CONNECTION_RESET POST /api/v1/dialogs");
  await customer.page.route("**/dialogs", (route) => route.abort("connectionreset"));
  await customer.says(ALSO_KNOWN.question);
  await customer.chat.getByText("Sending…").waitFor();
  await customer.looksAtConversations();
  await customer.chat.getByRole("listitem").filter({ hasText: KNOWN.answer }).getByRole("button").click();
  await customer.hears(KNOWN.answer);
  await customer.page.unroute("**/dialogs");
  const dialogs = async () => (await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`)).items;
  await becomes(async () => (await dialogs()).length, 2);
  await customer.looksAtConversations();
  await customer.chat.getByRole("listitem").filter({ hasText: ALSO_KNOWN.answer }).getByRole("button").click();
  await customer.hears(ALSO_KNOWN.answer);
  assert.equal((await customer.read()).includes(KNOWN.question), false);
});

story("a customer of many years reaches the first conversation with the keyboard, whatever the network does", async (stage) => {
  const shop = await openShop(stage);
  const { identity_secret } = await shop.admin.put(`/apps/${shop.app}/identity_secret`);
  const identity = identityToken(identity_secret, { sub: "ida", name: "Ida" });
  await hasAsked(stage, shop, identity, [KNOWN.question, ...Array(60).fill(ALSO_KNOWN.question)]);
  const script = `(window.Baton = window.Baton || []).push(["identify", ${JSON.stringify(identity)}]);`;
  const customer = await visitor(stage, stage.website.page(shop, { script }));
  await customer.opensChat();
  await customer.looksAtConversations();
  const entries = customer.chat.getByRole("list", { name: "Your conversations" }).getByRole("listitem");
  await becomes(() => entries.count(), 50);

  stage.windows.complaints.tolerate("net::ERR_CONNECTION_RESET GET /api/v1/dialogs");
  await customer.page.route("**/dialogs?*after=*", (route) => route.abort("connectionreset"));
  const older = customer.chat.getByRole("button", { name: "Show older conversations" });
  await older.press("Enter");
  await customer.chat.getByText("Your conversations could not be loaded.").waitFor();
  await customer.page.unroute("**/dialogs?*after=*");
  await older.press("Enter");
  await becomes(() => entries.count(), 61);
  assert.equal(await older.count(), 0);
  await eventually("reading goes on at the first that was not there before", () =>
    entries.nth(50).getByRole("button").evaluate((button) => button === document.activeElement),
  );

  const first = entries.filter({ hasText: KNOWN.answer }).getByRole("button");
  await first.press("Enter");
  await customer.hears(KNOWN.answer);
});

/** One conversation for each question, from some other device. @param {import("../stage/stage.js").Stage} stage @param {import("../stage/shop.js").Shop} shop @param {string} identity @param {string[]} questions */
async function hasAsked(stage, { app, assistant }, identity, questions) {
  const { token } = await stage.api.post(`/apps/${app}/visitors`, { assistant, identity });
  const own = stage.api.as(token);
  for (const text of questions) {
    const { id } = await own.post("/dialogs", { type: 2, assistant });
    await own.post(`/dialogs/${id}/messages`, { text });
  }
}
