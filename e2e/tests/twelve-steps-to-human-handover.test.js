// The twelve steps that turn human handover on, as an admin does them, on one page.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { becomes } from "../stage/eventually.js";
import { openShop, withAdmin } from "../stage/shop.js";
import { story } from "../stage/story.js";

const TEXTS = {
  message: "One moment, I am getting somebody from the workshop.",
  assigned: "{agent} from the workshop is here now.",
  offline: "{agent} will read this tomorrow morning.",
  none: "The workshop is closed. We have your question.",
};

/** @typedef {import("playwright-core").Page} Page */

story("an admin turns on human handover in twelve steps, and it is still there after a reload", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa", "Cleo Marin"] });
  const { settings: before } = await plainAssistant(shop);
  assert.equal(before.unanswered.action, "dont_know");

  const page = await adminAt(stage, "/");
  const section = await findsUnansweredQuestions(page, shop.assistant);
  await section.getByRole("radio", { name: "Human handover" }).check(); // 4
  await section.getByLabel("Message for human handover", { exact: true }).fill(TEXTS.message); // 5
  await section.getByRole("switch", { name: "Notify user that agent is assigned to chat" }).check(); // 6
  await section.getByLabel("Message when an agent is assigned", { exact: true }).fill(TEXTS.assigned);
  await section.getByRole("radio", { name: "Online and offline agents" }).check(); // 7
  await section.getByLabel("Message when an offline agent is assigned", { exact: true }).fill(TEXTS.offline);
  await section.getByLabel("Message if there is no available agent", { exact: true }).fill(TEXTS.none); // 8
  await picksAgents(page, ["Ana Keller", "Cleo Marin"]); // 9, 10, 11
  await saves(page); // 12

  await page.reload();
  await page.getByRole("radio", { name: "Human handover" }).waitFor();
  assert.deepEqual(await onScreen(page), { ...TEXTS, on: true, notify: true, offlineToo: true });
  await becomes(() => pool(page), ["Ana Keller", "Cleo Marin"]);
});

story("a pool without agents is saved with a warning, and leads to creating one", async (stage) => {
  const admin = await withAdmin(stage);
  const { app } = await admin.post("/apps", { name: "Fernhill Outdoor" });
  const assistant = await admin.post(`/apps/${app.id}/assistants`, { name: "Nova" });
  const page = await adminAt(stage, `/apps/${app.id}/assistants/${assistant.id}`);
  await page.getByRole("radio", { name: "Human handover" }).check();
  await saves(page);
  const warnings = (await admin.get(`/apps/${app.id}/assistants/${assistant.id}`)).warnings;
  const { message } = warnings.find((/** @type {{ code: string }} */ { code }) => code === "empty_pool");
  await page.getByText(message).waitFor();

  await page.getByRole("button", { name: "Add", exact: true }).click();
  const picker = dialog(page, "Add agents");
  await picker.getByText("No agents yet").waitFor();
  const [team] = await Promise.all([
    page.context().waitForEvent("page"),
    picker.getByRole("link", { name: "Create an agent" }).click(),
  ]);
  await hires(team, "Ana Keller");
  // Coming back to the window is what makes the picker look again.
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await picker.getByRole("checkbox", { name: "Ana Keller" }).check();
  await picker.getByRole("button", { name: "Add", exact: true }).click();
  await saves(page);
  await page.getByText(message).waitFor({ state: "detached" });
});

story("two admins who save at once: the second is told, and nothing is lost", async (stage) => {
  const shop = await openShop(stage);
  stage.windows.complaints.tolerate("409 PUT /api/v1/apps/:id/assistants/:id");
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  await page.getByLabel("Message for human handover", { exact: true }).fill(TEXTS.message);
  const { settings, version } = await shop.admin.get(`/apps/${shop.app}/assistants/${shop.assistant}`);
  await shop.admin.put(`/apps/${shop.app}/assistants/${shop.assistant}`, { settings, version });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Somebody else has saved this AI Agent in the meantime").waitFor();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByText(/^Everything is saved/).waitFor();
  const now = await shop.admin.get(`/apps/${shop.app}/assistants/${shop.assistant}`);
  assert.equal(now.settings.unanswered.handover.message.default, TEXTS.message);
});

/** As it was before anybody set anything. @param {import("../stage/shop.js").Shop} shop */
async function plainAssistant({ admin, app, assistant }) {
  const path = `/apps/${app}/assistants`;
  const fresh = await admin.post(path, { name: "Fresh" });
  const { version } = await admin.get(`${path}/${assistant}`);
  const settings = { ...fresh.settings, name: "Nova", command: "nova" };
  return admin.put(`${path}/${assistant}`, { settings, version });
}

/** Steps 1 to 3. @param {Page} page @param {string} id */
async function findsUnansweredQuestions(page, id) {
  await page.getByRole("link", { name: "AI Agent", exact: true }).click();
  await page.getByRole("link", { name: id }).click();
  const section = page.getByRole("region", { name: "Unanswered questions" });
  await section.scrollIntoViewIfNeeded();
  return section;
}

/** @param {Page} page @param {string[]} names */
async function picksAgents(page, names) {
  await page.getByRole("region", { name: "Agents that can be assigned" }).getByRole("button", { name: "Add", exact: true }).click();
  const picker = dialog(page, "Add agents");
  for (const name of names) {
    await picker.getByRole("searchbox", { name: "Search agents" }).fill(name.slice(0, 3));
    await picker.getByRole("checkbox", { name }).check();
  }
  await picker.getByRole("button", { name: "Add", exact: true }).click();
  await becomes(() => pool(page), names);
}

/** @param {Page} page */
async function saves(page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
}

/** @param {Page} page */
async function pool(page) {
  const entries = page.getByRole("list", { name: "Chosen agents" }).getByRole("button", { name: /^Remove / });
  const labels = await entries.evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  return labels.map((label) => label.replace("Remove ", ""));
}

/** @param {Page} page */
async function onScreen(page) {
  /** @param {string} label */
  const text = (label) => page.getByLabel(label, { exact: true }).inputValue();
  return {
    on: await page.getByRole("radio", { name: "Human handover" }).isChecked(),
    message: await text("Message for human handover"),
    notify: await page.getByRole("switch", { name: "Notify user that agent is assigned to chat" }).isChecked(),
    assigned: await text("Message when an agent is assigned"),
    offlineToo: await page.getByRole("radio", { name: "Online and offline agents" }).isChecked(),
    offline: await text("Message when an offline agent is assigned"),
    none: await text("Message if there is no available agent"),
  };
}

/** @param {Page} page @param {string} name */
async function hires(page, name) {
  const form = dialog(page, "Create an agent");
  await form.getByLabel("Full name").fill(name);
  await form.getByLabel("E-mail").fill("ana@fernhill.example");
  await form.getByRole("button", { name: "Create", exact: true }).click();
  await dialog(page, `A password for ${name}`).getByRole("button", { name: "I have kept it" }).click();
}
