// The settings of an AI Agent while somebody writes: what is wrong is said, the preview reads along, and nothing is lost by accident.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { becomes } from "../stage/eventually.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { PHONE } from "../stage/windows.js";

story("what is wrong is said while it is written, and gone when it is mended", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("");
  await page.getByText("Enter a name.").waitFor();
  assert.equal(await name.getAttribute("aria-invalid"), "true");
  await name.fill("Nora");
  await page.getByText("Enter a name.").waitFor({ state: "detached" });

  await page.getByRole("radio", { name: "Webhook" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Not saved yet").waitFor();
  const address = page.getByLabel("Webhook address");
  await becomes(() => address.evaluate((field) => field === document.activeElement), true);
  await address.fill("https://hooks.fernhill.example/questions");
  await page.getByText("Not saved yet").waitFor({ state: "detached" });
});

story("the preview shows each text as the customer would read it, in their language", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: { notify_assigned: true } });
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const chat = page.getByRole("complementary", { name: "Preview" }).frameLocator("iframe");
  const assigned = page.getByLabel("Message when an agent is assigned", { exact: true });
  await assigned.fill("{agent} from the workshop is here.");
  await chat.getByText("Ana Keller from the workshop is here.").waitFor();

  const texts = page.locator("[data-text=assigned_message]");
  await texts.getByRole("button", { name: "Add language" }).click();
  await texts.getByRole("combobox", { name: "Language" }).selectOption("de");
  await page.getByLabel("Message when an agent is assigned (German)").fill("{agent} aus der Werkstatt ist da.");
  await chat.getByText("Ana Keller aus der Werkstatt ist da.").waitFor();
  await page.getByLabel("Message if there is no available agent", { exact: true }).fill("The workshop sleeps.");
  await chat.getByText("The workshop sleeps.").waitFor();
});

story("the sections follow the scroll and lead to each other, and unsaved changes are not left behind", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const sections = page.getByRole("navigation", { name: "Sections" });
  const current = () => sections.locator("[aria-current=true]").innerText();
  await becomes(current, "General");
  await page.getByRole("heading", { name: "Try it" }).evaluate((heading) => heading.scrollIntoView());
  await becomes(current, "Try it");

  await page.getByLabel("Name", { exact: true }).fill("Nora");
  await sections.getByRole("link", { name: "Unanswered questions" }).click();
  await becomes(current, "Unanswered questions");
  assert.equal(new URL(page.url()).hash, "#unanswered");
  await page.getByRole("link", { name: "Reports" }).click();
  await dialog(page, "Leave without saving?").getByRole("button", { name: "Stay" }).click();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Nora");
});

story("on a phone the navigation is behind a button, and so is the preview", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/overview`, { viewport: PHONE });
  await page.getByRole("button", { name: "Menu" }).click();
  const sheet = dialog(page, "Fernhill Outdoor");
  await sheet.getByRole("link", { name: "AI Agent", exact: true }).click();
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("link", { name: shop.assistant }).click();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Welcome" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await dialog(page, "Preview").frameLocator("iframe").locator("[role=log]").waitFor();
});
