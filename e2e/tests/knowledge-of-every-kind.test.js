// Knowledge that is not typed in: files of every kind, and websites, which change and go.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { addsKnowledge, adminAt, dialog } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { startFarEnd } from "../stage/far-end.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */

const SAMPLES = join(import.meta.dirname, "../../crates/baton/tests/rooms/files");
const PRICES = "Question,Answer\nWhat does a paddle cost?,A paddle costs 35 euros.\nWhat does a spare hatch cost?,A hatch costs 20 euros.\n";
const PAGE = `<!doctype html><title>Storage</title><nav>Home Shop</nav><script>steal()</script>
  <main><h1>Storing a boat in winter</h1><p>Store the boat on its side, in the shade, with its hatches open.</p></main>`;

story("documents, sheets and pages become knowledge, and one that cannot be read says why", async (stage) => {
  const shop = await openShop(stage, { sources: [] });
  const page = await adminAt(stage, `/apps/${shop.app}/knowledge`);
  const folder = await mkdtemp(join(tmpdir(), "baton-e2e-files-"));
  try {
    const written = { "prices.csv": PRICES, "storage.html": PAGE };
    for (const [name, text] of Object.entries(written)) await writeFile(join(folder, name), text);
    const files = [
      ...["care.docx", "handbook.pdf", "faq.xlsx", "locked.pdf"].map((name) => join(SAMPLES, name)),
      ...Object.keys(written).map((name) => join(folder, name)),
    ];
    await page.getByRole("button", { name: "Upload files" }).click();
    const upload = dialog(page, "Upload files");
    await upload.getByLabel("Choose files").setInputFiles(files);
    const row = (/** @type {string} */ name) =>
      upload.getByRole("list", { name: "Uploaded files" }).getByRole("listitem").filter({ hasText: name });
    for (const file of files) await row(basename(file)).getByLabel("Added").waitFor();
    await upload.getByRole("button", { name: "Done" }).click();
  } finally {
    await rm(folder, { recursive: true });
  }
  const sources = page.getByRole("table", { name: "Sources" }).getByRole("row");
  await sources.filter({ hasText: "locked" }).getByText(/protected with a password/).waitFor();
  for (const title of ["care", "handbook", "storage"]) {
    await sources.filter({ hasText: title }).first().getByText("Ready", { exact: true }).waitFor();
  }
  const customer = await customerOnWebsite(stage, shop);
  await customer.says("What does a spare hatch cost?");
  await customer.hears(/20 euros/);
  await customer.says("How should I store the boat in winter?");
  await customer.hears(/on its side/);
});

story("a website is read, read again when it has changed, and goes with all that it said", async (stage) => {
  const help = await startHelpPages();
  try {
    const shop = await openShop(stage, { sources: [] });
    const page = await adminAt(stage, `/apps/${shop.app}/knowledge/websites`);
    await addsWebsite(page, `http://127.0.0.1:${help.port}/`);
    const site = page.getByRole("list", { name: "Websites" }).getByRole("listitem");
    await site.getByText("Read", { exact: true }).waitFor();
    await site.getByText(/2 read/).waitFor();

    await site.getByRole("button", { name: "Pages" }).click();
    const pages = dialog(page, /^Pages of/).getByRole("table", { name: "Pages" });
    await pages.getByRole("row").filter({ hasText: "/rental" }).getByText("Read", { exact: true }).waitFor();
    await dialog(page, /^Pages of/).getByRole("button", { name: "Done" }).click();
    const customer = await customerOnWebsite(stage, shop);
    await customer.says("What does it cost to rent a canoe?");
    await customer.hears(/40 euros a day/);

    help.rental = "45 euros a day";
    await site.getByRole("button", { name: "Read again" }).click();
    await site.getByText(/1 read, 1 unchanged/).waitFor();
    await site.getByText("Read", { exact: true }).waitFor();
    await customer.says("How much is the rent of a canoe?");
    await customer.hears(/45 euros a day/);

    await site.getByRole("button", { name: /^Remove http/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByText("No website yet").waitFor();
    await customer.says("What does it cost to rent a canoe?");
    await customer.hears(/available/);
  } finally {
    await help.stop();
  }
}, { BATON_CRAWL_ALLOW: "127.0.0.1" });

story("an address inside the private network is not read, and says so", async (stage) => {
  const shop = await openShop(stage, { sources: [] });
  stage.windows.complaints.tolerate("422 POST /api/v1/apps/:id/sites");
  const page = await adminAt(stage, `/apps/${shop.app}/knowledge/websites`);
  await addsWebsite(page, "http://169.254.169.254/latest/meta-data/");
  await page.getByText(/never read/).waitFor();
  await dialog(page, "Add website").getByLabel("Address").fill("http://10.0.0.7/handbook");
  await dialog(page, "Add website").getByRole("button", { name: "Read website" }).click();
  await page.getByText(/10\.0\.0\.7 is/).waitFor();
});

/** @param {Page} page @param {string} address */
async function addsWebsite(page, address) {
  await addsKnowledge(page, "Website");
  const form = dialog(page, "Add website");
  await form.getByLabel("Address").fill(address);
  await form.getByRole("button", { name: "Read website" }).click();
}

/** Two pages, one of which links to the other; what renting costs can be changed. */
async function startHelpPages() {
  const state = { rental: "40 euros a day" };
  const server = await startFarEnd(({ url }) => {
    const type = "text/html; charset=utf-8";
    if (url === "/") return { type, body: `<title>Help</title><main><h1>Help</h1><p>See <a href="/rental">renting a canoe</a>.</p></main>` };
    if (url !== "/rental") return { status: 404, type, body: "Not here" };
    return { type, body: `<title>Renting</title><main><h1>Renting a canoe</h1><p>To rent a canoe costs ${state.rental}.</p></main>` };
  });
  return Object.assign(state, { port: server.port, stop: server.stop });
}
