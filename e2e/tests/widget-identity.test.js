// A website vouches for its customers: they have their conversation on every device, and nobody else has it.
import assert from "node:assert/strict";
import { Customer, visitor } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { identityToken } from "../stage/identity.js";
import { KNOWN, openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

const REFUSED = "403 POST /api/v1/apps/:id/visitors";

/** @param {import("../stage/stage.js").Stage} stage @param {object} [widget] */
async function vouching(stage, widget = {}) {
  const shop = await openShop(stage, { settings: { widget } });
  const { identity_secret } = await shop.admin.put(`/apps/${shop.app}/identity_secret`);
  /** @param {string} name @param {string | null} token */
  const arrives = (name, token) => {
    const script = `(window.Baton = window.Baton || []).push(["identify", ${JSON.stringify(token)}]);`;
    return visitor(stage, stage.website.page(shop, { script }), name);
  };
  const tokenFor = (/** @type {string} */ sub) => identityToken(identity_secret, { sub, name: sub });
  return { shop, arrives, tokenFor };
}

story("a customer who signs in on another device finds the conversation there", async (stage) => {
  const { arrives, tokenFor } = await vouching(stage);
  const laptop = await arrives("Ida's laptop", tokenFor("ida"));
  await laptop.opensChat();
  await laptop.says(KNOWN.question);
  await laptop.hears(KNOWN.answer);

  const phone = await arrives("Ida's phone", tokenFor("ida"));
  await phone.opensChat();
  await becomes(() => phone.read(), await laptop.read());
  await phone.says("Thank you.");
  await becomes(async () => (await laptop.read()).includes("Thank you."), true);
});

story("who signs out leaves nothing behind for whoever sits there next", async (stage) => {
  const { arrives, tokenFor } = await vouching(stage);
  const customer = await arrives("Ida", tokenFor("ida"));
  await customer.opensChat();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await identifies(customer, null);
  await becomes(async () => (await customer.read()).length, 1);
  await identifies(customer, tokenFor("jon"));
  await customer.says("Is anybody there?");
  await customer.hears(/could not find|available|Could you/);
  assert.equal((await customer.read()).includes(KNOWN.question), false);
  await identifies(customer, tokenFor("ida"));
  await becomes(async () => (await customer.read()).includes(KNOWN.question), true);
});

story("a token that is not the website's is refused in plain words, and a good one lets in", async (stage) => {
  const { arrives, tokenFor } = await vouching(stage);
  stage.windows.complaints.tolerate(REFUSED);
  const customer = await arrives("Mallory", identityToken("not the secret", { sub: "ida" }));
  await customer.page.getByRole("button", { name: "Open chat" }).click();
  await customer.chat.getByText("We could not confirm who you are.").waitFor();
  await identifies(customer, tokenFor("mallory"));
  await customer.field.waitFor();
});

story("where only customers are answered, a stranger is asked to sign in", async (stage) => {
  const { arrives, tokenFor } = await vouching(stage, { identity: "required" });
  const customer = await arrives("Ida", null);
  await customer.page.getByRole("button", { name: "Open chat" }).click();
  await customer.chat.getByText("Please sign in on this website to write to us.").waitFor();
  await identifies(customer, tokenFor("ida"));
  await customer.field.waitFor();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
});

/** @param {Customer} customer @param {string | null} token */
function identifies({ page }, token) {
  return page.evaluate((token) => /** @type {any} */ (window).Baton.identify(token), token);
}
