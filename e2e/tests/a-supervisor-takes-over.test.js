// An agent who may act on what colleagues have: sees the whole team, takes over, and resolves.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("an agent becomes a supervisor, finds a colleague's conversation by the team, takes it over, and resolves it for them", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], handover: { agents: [] } });
  const [ana, ben] = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await ana.opens(UNKNOWN);
  await ana.button("Take").click();
  await customer.isAnsweredBy("Ana Keller", false);

  const team = ben.list.getByRole("link", { name: "Team" });
  assert.equal(await team.count(), 0);
  await mayAct(stage, shop, "Ben Ochoa");
  await team.click();
  const members = ben.list.getByRole("list", { name: "Team", exact: true });
  await members.getByRole("listitem").filter({ hasText: "Ana Keller" }).filter({ hasText: "Online" }).filter({ hasText: "1 of " }).waitFor();
  await ben.list.getByText("Nobody is waiting").waitFor();
  await ben.list.getByRole("list", { name: "Conversations of Ana Keller" }).getByRole("link").click();
  await becomes(() => ben.foot().innerText(), "Ana Keller has taken this conversation.");

  await ben.conversation.getByRole("button", { name: "Take over" }).click();
  await customer.isAnsweredBy("Ben Ochoa", false);
  await ben.replies("I am the workshop's lead. Let me help.");
  await customer.hears(/workshop's lead/);
  await becomes(() => ana.foot().innerText(), "Ben Ochoa has taken this conversation.");
  assert.equal(await ana.conversation.getByRole("button", { name: /Take|Resolve|Transfer/ }).count(), 0);

  // Back to her, and ended by him although it is hers.
  await ben.transfersTo("Ana Keller");
  await customer.isAnsweredBy("Ana Keller", false);
  await ben.conversation.getByRole("button", { name: "Take over" }).waitFor();
  await ben.resolves("Solved");
  await customer.chat.getByText("This conversation has ended").waitFor();
  await members.getByRole("listitem").filter({ hasText: "Ana Keller" }).filter({ hasText: "0 of " }).waitFor();
});

/** @param {import("../stage/stage.js").Stage} stage @param {import("../stage/shop.js").Shop} shop @param {string} name */
async function mayAct(stage, shop, name) {
  const page = await adminAt(stage, `/apps/${shop.app}/agents`);
  await page.getByText("2 online, 0 away, 0 offline").waitFor();
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const form = dialog(page, `Edit ${name}`);
  await form.getByLabel("Skills").fill("billing, workshop");
  await form.getByRole("checkbox", { name: "May act on colleagues' conversations" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByText("Supervisor", { exact: true }).waitFor();
  await row.getByText("Knows billing, workshop").waitFor();
}
