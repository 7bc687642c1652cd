// With a language model behind the AI Agent: from the knowledge, without it, too late, and not at all.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { modelAt } from "../stage/model.js";
import { arrange, KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("the model's answer names its source, and one without a source says so", async (stage) => {
  const { model } = stage;
  const shop = await openShop(stage, { settings: { model: modelAt(model.endpoint) } });
  await arrange(shop, ({ unanswered }) => (unanswered.action = "general_model"));
  model.thinks(({ passages }) =>
    passages
      ? { answerable: passages[0].text.includes("three working days"), answer: "It is with you in three working days.", passages: [1] }
      : { answerable: true, answer: "Museums often close on Mondays." },
  );
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  const answer = await customer.hears(/^It is with you in three working days\.$/);
  assert.match(await answer.locator(".origin").innerText(), /Delivery/);
  await customer.says(UNKNOWN);
  const general = await customer.hears(/^Museums often close on Mondays\.$/);
  assert.equal(await general.locator(".origin").innerText(), "Not from our knowledge");
});

story("an answer that comes after an agent has taken over is never shown", async (stage) => {
  const { model } = stage;
  const shop = await openShop(stage, {
    agents: ["Ana Keller"],
    handover: { agents: [] },
    settings: { model: modelAt(model.endpoint) },
  });
  /** @type {(claim: import("../stage/model.js").Claim) => void} */
  let answer = () => undefined;
  model.thinks(() => new Promise((settle) => (answer = settle)));
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await becomes(() => model.asked.length, 1);
  await customer.chat.getByText("Nova is typing").waitFor();
  await desk.looksAt("All");
  await desk.opens(KNOWN.question);
  await desk.button("Take").click();
  await customer.isAnsweredBy("Ana Keller", false);

  answer({ answerable: true, answer: "This comes too late.", passages: [1] });
  await desk.replies("Three days.");
  await customer.hears(/^Three days\.$/);
  await desk.button("Return to AI Agent").click();
  await customer.isAnsweredBy("Nova", true);
  model.thinks(() => ({ answerable: true, answer: "Three working days.", passages: [1] }));
  await customer.says(KNOWN.question);
  await customer.hasHeard("Three days.", "Three working days.");
});

story("when the model's provider fails, a person is called", async (stage) => {
  const shop = await openShop(stage, {
    agents: ["Ana Keller"],
    handover: { message: { default: "One moment." }, notify_assigned: true },
    settings: { model: modelAt("http://127.0.0.1:9/v1") },
  });
  await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hasHeard("One moment.", "Ana Keller has joined the chat.");
});
