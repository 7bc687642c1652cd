// What a customer reads when no agent is there, by each policy; and what happens when one comes.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { arrange, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const MESSAGE = "Let me get somebody from the workshop.";
const NOBODY = "The workshop is closed. We have your question.";
const OFFLINE = "{agent} will read this tomorrow.";
const HANDOVER = {
  message: { default: MESSAGE },
  notify_assigned: true,
  assigned_message: { default: "{agent} is here now." },
  no_agent_message: { default: NOBODY },
};

story("with online agents only, the customer is told that nobody is there, and waits until somebody comes", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: { ...HANDOVER, assign_to: "online_only" } });
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hasHeard(NOBODY);
  assert.equal((await customer.answerer()).name, "Waiting for a person");

  // Asking again brings neither a second text nor a second handover.
  await customer.says(UNKNOWN);
  await becomes(() => customer.chat.getByText("Sending…").count(), 0);
  assert.equal((await handoversOf(shop)).length, 1);
  await customer.hasHeard(NOBODY);

  const desk = await agentAtDesk(stage, shop.agents[0]);
  await customer.isAnsweredBy("Ana Keller", false);
  await customer.hasHeard(NOBODY, "Ana Keller is here now.");
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.reply.waitFor();
});

story("an agent who is away is not assigned, and is when they are back", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  await desk.becomes("Away");
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hasHeard(NOBODY);
  await desk.becomes("Online");
  await customer.hasHeard(NOBODY, "Ana Keller is here now.");
});

story("an agent whose connection is gone for longer than the grace is not assigned", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  await desk.page.close();
  await eventually("Ana is offline", async () => {
    const { items } = await shop.admin.get(`/apps/${shop.app}/agents`);
    return items[0].online === false;
  });
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hasHeard(NOBODY);
}, { BATON_PATIENCE_GRACE_MS: "300", BATON_PATIENCE_HEARTBEAT_MS: "1000" });

story("with offline agents too, the customer reads the texts that go with an offline agent", async (stage) => {
  const policy = { ...HANDOVER, assign_to: "online_and_offline", offline_message: { default: OFFLINE } };
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: policy });
  /** @param {object} change */
  const set = (change) => arrange(shop, ({ unanswered }) => Object.assign(unanswered.handover, change));
  /** @param {string} name @param {string[]} texts */
  const hears = async (name, ...texts) => {
    const customer = await customerOnWebsite(stage, shop, name);
    await customer.says(UNKNOWN);
    await customer.hasHeard(...texts);
    await customer.isAnsweredBy("Ana Keller", false);
  };

  await hears("Ida", MESSAGE, "Ana Keller will read this tomorrow.");
  await set({ offline_message: { default: "" } });
  await hears("Jon", MESSAGE, "Ana Keller is here now.");
  await set({ notify_assigned: false });
  await hears("Kim", MESSAGE);
});

story("who asks for a person gets one, without a question", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.asksForPerson();
  await customer.hasHeard(MESSAGE, "Ana Keller is here now.");
  await desk.looksAt("Mine");
  await desk.opens("Ana Keller is here now.");
  await desk.page.getByText("The customer asked for a person").first().waitFor();
});

/** Of the only conversation there is. @param {import("../stage/shop.js").Shop} shop @returns {Promise<object[]>} */
async function handoversOf({ admin, app }) {
  const { items: dialogs } = await admin.get(`/apps/${app}/dialogs?list=all`);
  return (await admin.get(`/dialogs/${dialogs[0].id}/handovers`)).items;
}
