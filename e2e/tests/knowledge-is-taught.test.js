// Everything an admin does with knowledge: add, upload, look, remove, try; and answer what was not answered.
import assert from "node:assert/strict";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addsKnowledge, adminAt, dialog } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */

story("an admin adds knowledge in every way, and removes some", async (stage) => {
  const shop = await openShop(stage, { sources: [] });
  const page = await adminAt(stage, `/apps/${shop.app}/knowledge`);
  await page.getByText("No knowledge yet").waitFor();
  await addsText(page, "Opening hours", "The workshop is open from Tuesday to Saturday, from 9 to 17.");
  await addsQuestion(page, "Do you rent out kayaks?", "Yes, by the day, from April to October.");
  await uploadsFiles(page);

  const sources = page.getByRole("table", { name: "Sources" });
  const titles = ["Opening hours", "Do you rent out kayaks?", "repairs.md", "Do you sell vouchers?"];
  for (const title of titles) {
    const row = sources.getByRole("row").filter({ hasText: title });
    await row.getByText("Ready", { exact: true }).waitFor();
  }
  await sources.getByRole("button", { name: "Remove Opening hours" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await sources.getByText("Opening hours").waitFor({ state: "detached" });
});

story("the playground shows an answer with its evidence, and why there is none", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const playground = page.getByRole("region", { name: "Try it" });
  await playground.getByLabel("Question").fill(KNOWN.question);
  await playground.getByRole("button", { name: "Ask" }).click();
  await playground.getByText("Answers", { exact: true }).waitFor();
  await playground.getByText(KNOWN.answer).first().waitFor();
  const evidence = playground.getByRole("listitem").filter({ hasText: KNOWN.source });
  await evidence.first().waitFor();
  await playground.getByLabel("Question").fill(UNKNOWN);
  await playground.getByRole("button", { name: "Ask" }).click();
  await playground.getByText("Does not know", { exact: true }).waitFor();
});

story("an unanswered question is answered once, asked again, and known from then on", async (stage) => {
  const shop = await openShop(stage);
  for (const name of ["Ida", "Jon"]) {
    const customer = await customerOnWebsite(stage, shop, name);
    await customer.says(UNKNOWN);
    await becomes(async () => (await customer.heard()).length, 2);
  }
  const page = await adminAt(stage, `/apps/${shop.app}/unanswered`);
  const question = page.getByRole("list", { name: "Questions" }).getByRole("listitem").filter({ hasText: UNKNOWN });
  await question.getByText("2 times").waitFor();
  await question.getByRole("button", { name: "Answer" }).click();
  await question.getByLabel("Answer").fill("The harbour museum is closed on Mondays.");
  await question.getByRole("button", { name: "Add to knowledge" }).click();
  await question.getByText("Asked again: it is answered now").waitFor();
  await question.getByRole("button", { name: "Done" }).click();
  await page.getByText("Nothing is unanswered").waitFor();

  const customer = await customerOnWebsite(stage, shop, "Kim");
  await customer.says(UNKNOWN);
  await customer.hears(/closed on Mondays/);
});

/** @param {Page} page @param {string} title @param {string} text */
async function addsText(page, title, text) {
  await addsKnowledge(page, "Text");
  const form = dialog(page, "Add text");
  await form.getByLabel("Title").fill(title);
  await form.getByLabel("Text", { exact: true }).fill(text);
  await form.getByRole("button", { name: "Add text" }).click();
  await form.waitFor({ state: "detached" });
}

/** @param {Page} page @param {string} question @param {string} answer */
async function addsQuestion(page, question, answer) {
  await addsKnowledge(page, "Question and answer");
  const form = dialog(page, "Add question and answer");
  await form.getByLabel("Question").fill(question);
  await form.getByLabel("Answer").fill(answer);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

/** Two good ones, one that is no text, one that is far too large. @param {Page} page */
async function uploadsFiles(page) {
  const folder = await mkdtemp(join(tmpdir(), "baton-e2e-files-"));
  try {
    const files = await writesFiles(folder);
    await page.getByRole("button", { name: "Upload files" }).click();
    const upload = dialog(page, "Upload files");
    await upload.getByLabel("Choose files").setInputFiles(files);
    const results = upload.getByRole("list", { name: "Uploaded files" }).getByRole("listitem");
    await becomes(() => results.locator("css=[aria-label]").evaluateAll(labels), ["Added", "Added", "Failed", "Failed"]);
    assert.match(await results.nth(3).innerText(), /MB/);
    await upload.getByRole("button", { name: "Done" }).click();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {Element[]} icons */
function labels(icons) {
  return icons.map((icon) => icon.getAttribute("aria-label"));
}

const TOO_LARGE_BYTES = 50 * 1024 * 1024;

/** @param {string} folder */
async function writesFiles(folder) {
  const files = ["repairs.md", "vouchers.json", "photo.md", "huge.md"].map((name) => join(folder, name));
  const [good, pairs, binary, huge] = files;
  await writeFile(good, "# Repairs\n\nA broken pole costs 15 euros. A new zip costs 40 euros.\n");
  await writeFile(pairs, JSON.stringify([{ question: "Do you sell vouchers?", answer: "Yes, from 20 euros." }]));
  await writeFile(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe, 0x00, 0xd8]));
  const file = await open(huge, "w");
  await file.write("# Everything\n");
  await file.truncate(TOO_LARGE_BYTES);
  await file.close();
  return files;
}
