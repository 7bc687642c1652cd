// Two windows: a customer on a website and an agent at the desk. From the AI Agent to the person, and back.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { ALSO_KNOWN, KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const MESSAGE = "Let me get somebody from the workshop.";
const HANDOVER = {
  message: { default: MESSAGE },
  notify_assigned: true,
  assigned_message: { default: "{agent} is here now." },
};

story("a question goes from the AI Agent to a person and back, and exactly one of them answers at a time", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);

  // The AI Agent knows, and says from where.
  await customer.isAnsweredBy("Nova", true);
  await customer.says(KNOWN.question);
  const answer = await customer.hears(KNOWN.answer);
  assert.match(await answer.locator(".origin").innerText(), new RegExp(KNOWN.source));

  // It does not know: a person takes over, told of in the right order, with everything they need.
  await customer.says(UNKNOWN);
  const known = (await customer.heard())[1];
  await customer.hasHeard(known, MESSAGE, "Ana Keller is here now.");
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.page.getByRole("blockquote").getByText(UNKNOWN).waitFor();

  // They talk, live, and each sees how far the other is.
  await desk.reply.pressSequentially("On Mon");
  await customer.chat.getByText("Ana Keller is typing").waitFor();
  await desk.replies("On Mondays it is closed.");
  await customer.hears(/^On Mondays it is closed\.$/);
  await desk.conversation.getByText("Read", { exact: true }).waitFor();
  await customer.field.pressSequentially("And on");
  await desk.conversation.getByText(/is writing…$/).waitFor();

  // The AI Agent knows this one, and keeps silent all the same.
  await customer.says(ALSO_KNOWN.question);
  await becomes(async () => (await desk.said()).at(-1), ALSO_KNOWN.question);
  await desk.replies("Yes, you can.");
  const spoken = [known, MESSAGE, "Ana Keller is here now.", "On Mondays it is closed.", "Yes, you can."];
  await customer.hasHeard(...spoken);

  // Back to the AI Agent, which answers again.
  await desk.button("Return to AI Agent").click();
  await customer.isAnsweredBy("Nova", true);
  await desk.foot().filter({ hasText: "Nova (AI Agent) is answering" }).waitFor();
  await customer.says(ALSO_KNOWN.question);
  await customer.hears(ALSO_KNOWN.answer);

  // The agent takes it once more and resolves it; the next question is the AI Agent's again.
  await desk.button("Take").click();
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.resolves("Solved");
  await customer.chat.getByText("This conversation has ended").waitFor();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await customer.isAnsweredBy("Nova", true);
});
