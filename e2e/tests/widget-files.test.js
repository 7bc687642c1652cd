// Files go both ways: picked, pasted or dropped; shown, saved, refused, and sent again when the network failed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { customerOnWebsite } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { BILL, film, PICTURE } from "../stage/files.js";
import { openShop, tokenOf, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const HANDOVER = { message: { default: "One moment." }, notify_assigned: false, assign_to: "online_and_offline" };

/** @param {import("../stage/stage.js").Stage} stage @param {object} [widget] */
async function conversation(stage, widget = {}) {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER, settings: { widget } });
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  const { items } = await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`);
  const dialog = `/dialogs/${items[0].id}`;
  const newest = async () => (await shop.admin.get(`${dialog}/messages`)).items.at(-1);
  return { shop, customer, dialog, newest };
}

story("a customer sends a picture and a bill, and an agent sends some back", async (stage) => {
  const { shop, customer, dialog, newest } = await conversation(stage);
  await customer.picks(PICTURE, BILL);
  const tray = customer.chat.getByRole("list", { name: "Attached files" });
  await customer.hasAttached("tent.png", "bill.pdf");
  await customer.says("This is the tent.");
  await becomes(async () => (await newest()).attachments.map((/** @type {any} */ { name }) => name), ["tent.png", "bill.pdf"]);
  await becomes(() => tray.count(), 0);
  await customer.chat.getByRole("img", { name: "tent.png" }).waitFor();

  const agent = stage.api.as(await tokenOf(stage.api, shop.agents[0]));
  const sent = await upload(agent, dialog, { ...BILL, name: "label.pdf" });
  await agent.post(`${dialog}/messages`, { text: "", attachments: [sent.id] });
  const saving = customer.page.waitForEvent("download");
  await customer.chat.getByRole("button", { name: "Download label.pdf" }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "label.pdf");
  assert.deepEqual(await readFile(await saved.path()), BILL.buffer);
});

story("a picture opens large, and Escape leads back to the conversation", async (stage) => {
  const { customer } = await conversation(stage);
  await customer.picks(PICTURE);
  await customer.hasAttached("tent.png");
  // A file needs no words.
  await customer.chat.getByRole("button", { name: "Send", exact: true }).click();
  const picture = customer.chat.getByRole("button", { name: "Look at tent.png" });
  await picture.getByRole("img").waitFor();
  await picture.click();
  const large = customer.chat.getByRole("dialog", { name: "tent.png" });
  await large.waitFor();
  await customer.page.keyboard.press("Escape");
  await large.waitFor({ state: "hidden" });
  await customer.field.waitFor();
});

story("what is pasted and what is dropped is attached like what is picked", async (stage) => {
  const { customer, newest } = await conversation(stage);
  /** @type {string[]} */
  const names = [];
  for (const [type, target] of /** @type {const} */ ([["paste", "textarea"], ["drop", "main"]])) {
    await customer.chat.locator(target).evaluate((element, type) => {
      const data = new DataTransfer();
      data.items.add(new File(["words"], `${type}.txt`, { type: "text/plain" }));
      const event = type === "paste" ? new ClipboardEvent(type, { clipboardData: data, bubbles: true }) : new DragEvent(type, { dataTransfer: data, bubbles: true });
      element.dispatchEvent(event);
    }, type);
    names.push(`${type}.txt`);
    await customer.hasAttached(...names);
  }
  await customer.says("Both.");
  await becomes(async () => (await newest()).attachments.map((/** @type {any} */ { name }) => name), names);
});

story("a file that is too large is refused before it is sent, and taken out with one press", async (stage) => {
  const { customer } = await conversation(stage);
  await customer.picks(film(11));
  await customer.chat.getByText("film.mov is larger than 10 MB.").waitFor();
  await customer.chat.getByRole("button", { name: "Remove film.mov" }).click();
  await becomes(() => customer.chat.getByText("film.mov").count(), 0);
});

story("a file that the network lost is sent again when the customer says so", async (stage) => {
  const { customer, newest } = await conversation(stage);
  stage.windows.complaints.tolerate("net::ERR_CONNECTION_RESET POST /api/v1/dialogs/:id/attachments");
  await customer.page.route("**/attachments?**", (route) => route.abort("connectionreset"));
  await customer.picks(BILL);
  await customer.chat.getByText("bill.pdf could not be uploaded.").waitFor();
  await customer.page.unroute("**/attachments?**");
  await customer.chat.getByRole("button", { name: "Try again: bill.pdf" }).click();
  await customer.hasAttached("bill.pdf");
  await customer.says("Here it is.");
  await becomes(async () => (await newest()).attachments.length, 1);
});

story("who only picks a file has begun nothing; a conversation begins when it is sent", async (stage) => {
  const shop = await openShop(stage);
  const dialogs = async () => (await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`)).items;
  const customer = await customerOnWebsite(stage, shop);
  await customer.picks(BILL, PICTURE);
  await customer.hasAttached("bill.pdf", "tent.png");
  await customer.chat.getByRole("button", { name: "Remove tent.png" }).click();
  await customer.hasAttached("bill.pdf");
  assert.deepEqual(await dialogs(), []);

  stage.windows.complaints.tolerate("net::ERR_CONNECTION_RESET POST /api/v1/dialogs/:id/attachments");
  await customer.page.route("**/attachments?**", (route) => route.abort("connectionreset"));
  await customer.says("This is the bill.");
  await customer.chat.getByText("bill.pdf could not be uploaded.").waitFor();
  assert.equal(await customer.field.inputValue(), "This is the bill.");
  await customer.page.unroute("**/attachments?**");
  await customer.chat.getByRole("button", { name: "Try again: bill.pdf" }).click();
  await customer.hasAttached("bill.pdf");
  await customer.chat.getByRole("button", { name: "Send", exact: true }).click();
  const own = customer.log.locator("article.own");
  await own.getByRole("button", { name: "Download bill.pdf" }).waitFor();
  assert.deepEqual(await own.locator(".bubble").allTextContents(), ["This is the bill."]);
  await becomes(() => customer.field.inputValue(), "");
  await becomes(async () => (await dialogs()).length, 1);
});

story("where files are not wanted, none can be attached", async (stage) => {
  const { customer } = await conversation(stage, { attachments: false });
  await eventually("the composer is there", () => customer.field.isVisible());
  assert.equal(await customer.chat.getByRole("button", { name: "Attach files" }).count(), 0);
});

/** @param {import("../stage/api.js").Api} api @param {string} dialog @param {{ name: string, mimeType: string, buffer: Buffer }} file */
async function upload({ server, token }, dialog, { name, mimeType, buffer }) {
  const response = await fetch(`${server}/api/v1${dialog}/attachments?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": mimeType },
    body: new Uint8Array(buffer),
  });
  assert.equal(response.status, 201);
  return response.json();
}
