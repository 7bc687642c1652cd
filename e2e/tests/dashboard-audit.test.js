// The audit log: a setting that was changed, by whom, and how it was before; found by filters, and in a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { adminAt } from "../people/admin.js";
import { ADMIN, openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

const BEFORE = "Let me connect you with one of our team.";
const AFTER = "One moment, I am getting somebody from the workshop.";

story("a changed setting is in the audit log, as it was and as it is", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  await page.getByLabel("Message for human handover", { exact: true }).fill(AFTER);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();

  await page.getByRole("link", { name: "Audit log" }).click();
  const entry = page.getByRole("list", { name: "Audit log" }).getByRole("listitem").first();
  await entry.getByText("AI Agent saved").waitFor();
  await entry.getByText(ADMIN.full_name).waitFor();
  await entry.getByText(/^\d+ changes?$/).click();
  await entry.getByRole("deletion").filter({ hasText: BEFORE }).waitFor();
  await entry.getByRole("insertion").filter({ hasText: AFTER }).waitFor();

  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "API key" });
  await page.getByText("Nothing matches").waitFor();
  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "AI Agent" });
  await page.getByRole("combobox", { name: "Who" }).selectOption({ label: ADMIN.full_name });
  await entry.getByText("AI Agent saved").waitFor();
  const address = page.url();

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
  const file = await readFile(await download.path(), "utf8");
  assert.ok(file.includes(BEFORE) && file.includes(AFTER) && file.includes("assistant.saved"));

  await entry.getByRole("link", { name: "Nova" }).click();
  await page.getByRole("heading", { name: "Nova", level: 1 }).waitFor();
  await page.goto(address);
  await entry.getByText("AI Agent saved").waitFor();
});
