// An agent hands a conversation to a colleague, or back to the queue.
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("a conversation goes to a colleague and back to the queue, and the customer sees with whom they write", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], handover: { agents: [] } });
  const [ana, ben] = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await ana.opens(UNKNOWN);
  await ana.button("Take").click();
  await customer.isAnsweredBy("Ana Keller", false);

  await ana.transfersTo("Ben Ochoa", "She asks about the workshop.");
  await customer.isAnsweredBy("Ben Ochoa", false);
  await becomes(() => ana.foot().innerText(), "Ben Ochoa has taken this conversation.");
  await ben.looksAt("Mine");
  await ben.opens(UNKNOWN);
  await ben.conversation.getByRole("article", { name: "Private note by Ana Keller" }).getByText("She asks about the workshop.").waitFor();
  await ben.replies("I am from the workshop.");
  await customer.hears(/from the workshop/);

  await ben.transfersTo("Back to the queue");
  await becomes(async () => (await customer.answerer()).name, "Waiting for a person");
  await ana.looksAt("Queue");
  await ana.rows("Waiting").waitFor();
  await ana.button("Take").click();
  await customer.isAnsweredBy("Ana Keller", false);
});
