// When a person has helped, the customer says how it was: with one press, with words, and differently later.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const HANDOVER = { message: { default: "One moment." }, notify_assigned: false };

/** @param {import("../stage/stage.js").Stage} stage @param {object} [widget] */
async function helped(stage, widget = {}) {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER, settings: { widget } });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.replies("It is closed on Mondays.");
  await customer.hears(/closed on Mondays/);
  await desk.resolves("Solved");
  await customer.chat.getByText("Do you need anything else?").waitFor();
  return { shop, customer };
}

story("a customer rates the help of a person, says more, and changes their mind after a reload", async (stage) => {
  const { shop, customer } = await helped(stage);
  const { items } = await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`);
  const rating = async () => (await shop.admin.get(`/dialogs/${items[0].id}`)).rating;
  const survey = customer.chat.getByRole("group", { name: "How was your conversation with Ana Keller?" });

  await survey.getByRole("button", { name: "Good", exact: true }).click();
  await becomes(async () => (await rating())?.score, 4);
  await survey.getByLabel(/say more/).fill("Quick and kind.");
  await survey.getByRole("button", { name: "Send comment" }).click();
  await survey.getByText("Thank you for your rating.").first().waitFor();
  await becomes(rating, { score: 4, comment: "Quick and kind." });

  await customer.page.reload();
  await customer.opensChat();
  await survey.getByRole("button", { name: "Change it" }).click();
  await survey.getByRole("button", { name: "Very good", exact: true }).click();
  await becomes(async () => (await rating())?.score, 5);
});

story("who is not asked for a rating reads only that the conversation has ended", async (stage) => {
  const { customer } = await helped(stage, { ask_rating: false });
  assert.equal(await customer.chat.getByText(/How was your conversation/).count(), 0);
});
