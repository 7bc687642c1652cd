// The first day of an app: the guide leads from nothing to a conversation that was really handed over, and then it is gone.
import { addsKnowledge, adminAt, dialog } from "../people/admin.js";
import { agentAtDesk } from "../people/agent.js";
import { becomes } from "../stage/eventually.js";
import { KNOWN, withAdmin } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */

const ANA = { full_name: "Ana Keller", email: "ana@fernhill.example", password: "green canoe 7" };

story("the first-run guide ends in a test conversation that was handed over", async (stage) => {
  const admin = await withAdmin(stage);
  const { app } = await admin.post("/apps", { name: "Fernhill Outdoor" });
  const page = await adminAt(stage, "/");
  await becomes(() => nextStep(page), "Create an AI Agent");

  await page.getByRole("link", { name: "Create an AI Agent" }).click();
  await dialog(page, "Create an AI Agent").getByLabel("Name").fill("Nova");
  await dialog(page, "Create an AI Agent").getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("heading", { name: "Nova", level: 1 }).waitFor();

  await returns(page, "Add knowledge");
  await page.getByRole("link", { name: "Add knowledge" }).click();
  await addsAnswer(page);

  await returns(page, "Create agents");
  await page.getByRole("link", { name: "Create an agent" }).click();
  await dialog(page, "Create an agent").getByRole("button", { name: "Cancel" }).click();
  const { agent } = await admin.post(`/apps/${app.id}/agents`, ANA);

  await returns(page, "Choose who gets conversations");
  await page.getByRole("link", { name: "Choose agents" }).click();
  await choosesAna(page);

  await returns(page, "Hand over a test conversation");
  const desk = await agentAtDesk(stage, { ...ANA, id: agent.id });
  const [chat] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Open the chat as a customer" }).click(),
  ]);
  await page.getByText("Waiting for the handover").waitFor();
  await chat.getByLabel("Message", { exact: true }).fill(KNOWN.question);
  await chat.getByRole("button", { name: "Send", exact: true }).click();
  await chat.getByText(KNOWN.answer).first().waitFor();
  await becomes(() => nextStep(page), "Hand over a test conversation");
  await chat.getByRole("button", { name: "Talk to a person" }).click();

  await page.getByText("Your first conversation was handed over").waitFor();
  await desk.looksAt("Mine");
  await desk.list.getByRole("listitem").first().waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("heading", { name: "Today" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Today" }).waitFor();
  await becomes(() => page.getByText("Get started").count(), 0);
});

story("what needs attention leads to where it can be mended", async (stage) => {
  const admin = await withAdmin(stage);
  const { app } = await admin.post("/apps", { name: "Fernhill Outdoor" });
  const assistant = await admin.post(`/apps/${app.id}/assistants`, { name: "Nova" });
  const path = `/apps/${app.id}/assistants/${assistant.id}`;
  const { settings, version } = await admin.get(path);
  settings.unanswered.action = "human_handover";
  await admin.put(path, { settings, version });

  const page = await adminAt(stage, `/apps/${app.id}/overview`);
  await page.getByRole("list", { name: "Needs attention" }).getByRole("link", { name: /Nova.*Open its settings/ }).click();
  await page.getByRole("heading", { name: "Nova", level: 1 }).waitFor();
});

/** The step that the guide points to. @param {Page} page */
async function nextStep(page) {
  const step = page.locator("li[aria-current=step] h3");
  return (await step.count()) === 1 ? step.innerText() : null;
}

/** @param {Page} page @param {string} step */
async function returns(page, step) {
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await becomes(() => nextStep(page), step);
}

/** @param {Page} page */
async function addsAnswer(page) {
  await addsKnowledge(page, "Question and answer");
  const form = page.getByRole("dialog");
  await form.getByLabel("Question", { exact: true }).fill(KNOWN.question);
  await form.getByLabel("Answer", { exact: true }).fill("Delivery takes three working days within the country.");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

/** @param {Page} page */
async function choosesAna(page) {
  await page.getByRole("radio", { name: "Human handover" }).check();
  await page.getByRole("region", { name: "Agents that can be assigned" }).getByRole("button", { name: "Add", exact: true }).click();
  const picker = dialog(page, "Add agents");
  await picker.getByRole("checkbox", { name: ANA.full_name }).check();
  await picker.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
}
