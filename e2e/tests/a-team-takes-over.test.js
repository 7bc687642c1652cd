// A team instead of single agents: an admin makes it and gives it to the AI Agent; its agent gets the customer.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { Inspection } from "../stage/inspection.js";
import { arrange, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */

story("a team is made, given to the AI Agent, and its agent gets the customer", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], handover: { agents: [] } });
  stage.windows.complaints.tolerate("409 DELETE /api/v1/apps/:id/teams/:id");
  const page = await adminAt(stage, `/apps/${shop.app}/agents`);
  await makesTeam(page, "Workshop", "Ben Ochoa");
  await givesPool(page, `/apps/${shop.app}/assistants/${shop.assistant}`, "Workshop");

  const [, ben] = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ben Ochoa", false);
  await ben.looksAt("Mine");
  await ben.opens(UNKNOWN);
  await ben.replies("It is closed on Mondays.");
  await customer.hears(/closed on Mondays/);

  await page.goto(`/apps/${shop.app}/agents/teams`);
  const asked = await wantsGone(page, "Workshop");
  await asked.getByText(/take it out of the AI Agents' pools first/).waitFor();
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("row").filter({ hasText: "Workshop" }).getByText("1 agent").waitFor();
});

story("a team changes its name and its agents, and goes when no AI Agent needs it", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"] });
  stage.windows.complaints.tolerate("409 POST /api/v1/apps/:id/teams");
  const page = await adminAt(stage, `/apps/${shop.app}/agents/teams`);
  await makesTeam(page, "Workshop", "Ben Ochoa");
  await page.getByRole("button", { name: "Create team" }).click();
  const second = dialog(page, "Create a team");
  await second.getByLabel("Name").fill("Workshop");
  await second.getByRole("button", { name: "Create", exact: true }).click();
  await second.getByText(/exists already/).waitFor();
  await second.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "More for Workshop" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const form = dialog(page, "Edit Workshop");
  await form.getByLabel("Name").fill("Billing");
  await form.getByRole("checkbox", { name: "Ben Ochoa" }).uncheck();
  await form.getByRole("checkbox", { name: "Ana Keller" }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row").filter({ hasText: "Billing" }).getByText("Ana Keller").waitFor();
  const { items } = await shop.admin.get(`/apps/${shop.app}/teams`);
  assert.deepEqual(items.map(named), [{ name: "Billing", agents: ["Ana Keller"] }]);

  const asked = await wantsGone(page, "Billing");
  await asked.waitFor({ state: "detached" });
  await page.getByText("No teams yet").waitFor();
});

story("what shows teams is for everybody", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa", "Chloe Dubois-Lindqvist", "Dora Okonkwo"] });
  const page = await adminAt(stage, `/apps/${shop.app}/agents/teams`);
  await page.getByText("No teams yet").waitFor();
  await inspection.of(page, "No teams");
  const all = shop.agents.map(({ id }) => id);
  const workshop = await shop.admin.post(`/apps/${shop.app}/teams`, { name: "Workshop and spare parts", agents: all });
  const nights = await shop.admin.post(`/apps/${shop.app}/teams`, { name: "Nights" });
  await shop.admin.post(`/apps/${shop.app}/teams`, { name: "Billing", agents: all.slice(1, 3) });
  await page.reload();
  await page.getByText("Nobody yet").waitFor();
  await inspection.of(page, "Teams");
  await page.getByRole("button", { name: "More for Billing" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Dora Okonkwo" }).waitFor();
  await inspection.of(page, "A team");

  await page.goto(`/apps/${shop.app}/agents`);
  await page.getByRole("button", { name: "More for Ana Keller" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByLabel("Languages").waitFor();
  await inspection.of(page, "An agent");
  await page.getByLabel("Languages").fill("de, en");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Answers in German, English").waitFor();
  await inspection.of(page, "Agents and their languages");

  await arrange(shop, ({ unanswered }) => Object.assign(unanswered.handover, { teams: [workshop.id, nights.id], agents: all.slice(0, 1) }));
  await page.goto(`/apps/${shop.app}/assistants/${shop.assistant}`);
  const pool = page.getByRole("region", { name: "Agents that can be assigned" });
  await pool.getByText("4 agents").waitFor();
  await inspection.of(page, "A pool with teams", pool);
  await pool.getByRole("button", { name: "Add teams" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Billing" }).waitFor();
  await inspection.of(page, "Add teams");
  inspection.check();
});

/** @param {Page} page @param {string} name @param {string} agent who alone is in it */
async function makesTeam(page, name, agent) {
  await page.getByRole("tab", { name: "Teams" }).click();
  await page.getByText("No teams yet").waitFor();
  await page.getByRole("button", { name: "Create team" }).click();
  const form = dialog(page, "Create a team");
  await form.getByRole("button", { name: "Create", exact: true }).click();
  await form.getByText("Enter a name.").waitFor();
  await form.getByLabel("Name").fill(name);
  await form.getByRole("searchbox", { name: "Search agents" }).fill(agent.slice(0, 3));
  await form.getByRole("checkbox", { name: agent }).check();
  await form.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("row").filter({ hasText: name }).filter({ hasText: "1 agent" }).getByText(agent).waitFor();
}

/** @param {Page} page @param {string} settings where the AI Agent's are @param {string} team */
async function givesPool(page, settings, team) {
  await page.goto(settings);
  const pool = page.getByRole("region", { name: "Agents that can be assigned" });
  const warning = pool.getByText(/no agents can be assigned/);
  await warning.waitFor();
  await pool.getByRole("button", { name: "Add teams" }).click();
  const picker = dialog(page, "Add teams");
  await picker.getByRole("checkbox", { name: team }).check();
  await picker.getByRole("button", { name: "Add", exact: true }).click();
  const entry = pool.getByRole("list", { name: "Chosen teams" }).getByRole("listitem").filter({ hasText: team });
  await entry.getByText("1 agent").waitFor();
  await warning.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Everything is saved", { exact: true }).waitFor();
  await page.reload();
  await entry.getByText("1 agent").waitFor();
  assert.equal(await warning.count(), 0);
}

/** The dialog that asks whether it may go, after a yes. @param {Page} page @param {string} team */
async function wantsGone(page, team) {
  await page.getByRole("button", { name: `More for ${team}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  const asked = dialog(page, `Remove ${team}?`);
  await asked.getByRole("button", { name: "Remove" }).click();
  return asked;
}

/** @param {{ name: string, agents: { full_name: string }[] }} team */
function named({ name, agents }) {
  return { name, agents: agents.map(({ full_name }) => full_name) };
}
