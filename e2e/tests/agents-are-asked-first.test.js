// Agents who are asked before they get a conversation, and a customer for whom nobody is there.
import { agentAtDesk } from "../people/agent.js";
import { adminAt } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("who is asked first declines, the colleague takes it, and the customer hears of nobody who did not come", async (stage) => {
  const shop = await openShop(stage, {
    agents: ["Ana Keller", "Ben Ochoa"],
    handover: { offers: true, accept_seconds: 600, notify_assigned: true, message: { default: "One moment." } },
  });
  const desks = [await agentAtDesk(stage, shop.agents[0]), await agentAtDesk(stage, shop.agents[1])];
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hasHeard("One moment.");
  const offers = desks.map((desk) => desk.page.getByRole("region", { name: "Offered to you" }));
  const counts = () => Promise.all(offers.map((offer) => offer.count()));
  await becomes(async () => (await counts()).reduce((sum, one) => sum + one, 0), 1);
  const first = (await counts())[0] === 1 ? 0 : 1;
  const other = 1 - first;
  await offers[first].getByRole("button", { name: "Decline" }).click();
  await offers[first].waitFor({ state: "detached" });
  await offers[other].getByRole("button", { name: "Take" }).click();
  await customer.hasHeard("One moment.", `${shop.agents[other].full_name} has joined the chat.`);
  await desks[other].replies("Good afternoon!");
  await customer.hears(/Good afternoon/);
});

story("nobody is there: the customer leaves an address, or waits no longer", async (stage) => {
  const shop = await openShop(stage, { handover: { when_nobody: "leave_contact" } });
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hears(/Leave your e-mail address/);
  await customer.chat.getByLabel("Your e-mail address").fill("ida@home.example");
  await customer.chat.getByRole("button", { name: "Save" }).click();
  await customer.hears(/question and your address/);
  await customer.chat.getByRole("button", { name: "I no longer need a person" }).click();
  await customer.isAnsweredBy("Nova", true);
});

story("an admin sets business hours by the week, and they are still there after a reload", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  await page.getByRole("radio", { name: "By the week" }).check();
  await page.getByLabel("Monday, from", { exact: true }).fill("08:30");
  await page.getByRole("switch", { name: "Ask agents before they get a conversation" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
  await page.reload();
  await becomes(() => page.getByLabel("Monday, from", { exact: true }).inputValue(), "08:30");
  await becomes(() => page.getByRole("switch", { name: "Ask agents before they get a conversation" }).isChecked(), true);
});
