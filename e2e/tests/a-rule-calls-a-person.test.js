// A rule that an admin writes in the browser: what goes to a person by it, what the agent reads, and what the report says of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { adminAt, dialog } from "../people/admin.js";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { ALSO_KNOWN, KNOWN, openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

const MESSAGE = "One moment, I am getting somebody.";

/** @typedef {import("playwright-core").Page} Page */

story("a customer gets a person by an admin's rule, the agent reads which one, and the report counts how it ended", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: { message: { default: MESSAGE } } });
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const called = page.getByRole("region", { name: "When a person is called" });
  await called.getByText("A customer who asks for a person always gets one.").waitFor();
  await called.getByText("No rules yet.").waitFor();
  await addsRule(page, "Late parcels", "delivery, parcel");
  await saves(page);
  await page.reload();
  await called.getByText("says “delivery” or “parcel”").waitFor();

  // The AI Agent knows this one, and does not answer it.
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hasHeard(MESSAGE);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(KNOWN.question);
  await desk.page.getByText("The rule “Late parcels” asks for a person here.").waitFor();
  await desk.replies("It is with the carrier, and comes tomorrow.");
  await customer.hears(/comes tomorrow/);
  await desk.resolves("Solved");
  await customer.chat.getByText("This conversation has ended").waitFor();

  await readsReport(page);
  assert.match(await downloaded(page, "By agent"), /^\uFEFFAgent,.*\r\nAna Keller,1,1,1,/);

  // Nobody writes as the rule says, so nobody is called.
  await customer.says(ALSO_KNOWN.question);
  await customer.hears(ALSO_KNOWN.answer);
});

story("a rule that cannot be is refused at its place, also after it has moved, and can be mended there", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  stage.windows.complaints.tolerate("422 PUT /api/v1/apps/:id/assistants/:id");
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const rules = page.getByRole("list", { name: "Rules" });
  await addsRule(page, "Refunds", "refund");
  await addsRule(page, "Orders", "", "AB-(");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await rules.getByRole("listitem").nth(1).getByText(/^Pattern: /).waitFor();
  await page.getByRole("button", { name: "Move Orders up" }).click();
  await rules.getByRole("listitem").nth(0).getByText(/^Pattern: /).waitFor();

  await page.getByRole("button", { name: "Edit Orders" }).click();
  const form = dialog(page, "Edit the rule");
  await becomes(() => form.getByLabel("Pattern").getAttribute("aria-invalid"), "true");
  await form.getByLabel("Pattern").fill("AB-\\d+");
  await form.getByRole("button", { name: "Done" }).click();
  await saves(page);
  await page.getByRole("button", { name: "Remove Refunds" }).click();
  await saves(page);
  const { settings } = await shop.admin.get(`/apps/${shop.app}/assistants/${shop.assistant}`);
  assert.deepEqual(settings.unanswered.handover.rules.map((/** @type {{ name: string }} */ { name }) => name), ["Orders"]);
});

/** @param {Page} page @param {string} name @param {string} words @param {string} [pattern] */
async function addsRule(page, name, words, pattern = "") {
  await page.getByRole("button", { name: "Add a rule" }).click();
  const form = dialog(page, "Add a rule");
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByText("Say when it applies").waitFor();
  await form.getByLabel("Words or phrases").fill(words);
  await form.getByLabel("Pattern").fill(pattern);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

/** @param {Page} page */
async function saves(page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
}

/** @param {Page} page */
async function readsReport(page) {
  await page.getByRole("link", { name: "Reports" }).click();
  const endings = page.getByRole("list", { name: "Endings" }).getByRole("listitem");
  await endings.filter({ hasText: "Handed over and solved" }).filter({ hasText: /1\s*100%/ }).waitFor();
  await becomes(() => page.getByRole("list", { name: "Reasons" }).getByRole("listitem").allInnerTexts(), ["A rule\n1"]);
  await page.getByRole("table", { name: "By agent" }).getByRole("row").filter({ hasText: "Ana Keller" }).waitFor();
  await page.getByLabel("Period").selectOption("Last 24 hours");
  await becomes(() => new URL(page.url()).search, "?days=1");
  await page.getByRole("heading", { name: "Load by hour" }).waitFor();
}

/** @param {Page} page @param {string} table */
async function downloaded(page, table) {
  await page.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: table, exact: true }).click()]);
  return readFile(await file.path(), "utf8");
}
