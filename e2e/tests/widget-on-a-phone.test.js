// On a phone the chat is the whole screen; on every screen it is for everybody.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { BILL, PICTURE } from "../stage/files.js";
import { Inspection } from "../stage/inspection.js";
import { KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { PHONE } from "../stage/windows.js";

story("on a phone the chat fills the screen, and closes back to the page", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop, "Ida", { viewport: PHONE, hasTouch: true });
  const frame = customer.page.locator("baton-chat iframe");
  assert.deepEqual(await frame.boundingBox(), { x: 0, y: 0, ...PHONE });
  assert.equal(await customer.launcher.isVisible(), false);
  const targets = await customer.chat.locator("header button, .send, .clip").evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  assert.ok(targets.every((height) => height >= 40), `large enough to touch: ${targets}`);
  // A field that takes the focus by itself would raise the keyboard.
  await becomes(() => customer.chat.locator(":focus").evaluate((element) => element.tagName), "H1");
  await customer.chat.getByRole("button", { name: "Close chat" }).click();
  await becomes(() => frame.isVisible(), false);
  await becomes(() => customer.launcher.isVisible(), true);
});

story("a screen keyboard leaves the composer in sight", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop, "Ida", { viewport: PHONE });
  await customer.page.setViewportSize({ width: PHONE.width, height: 460 });
  await becomes(async () => {
    const box = await customer.chat.getByRole("button", { name: "Send", exact: true }).boundingBox();
    return box !== null && box.y + box.height <= 460;
  }, true);
});

story("Escape closes the chat, and the focus is where it was", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await becomes(() => customer.chat.locator(":focus").getAttribute("id"), "message");
  await customer.page.keyboard.press("Escape");
  await becomes(() => customer.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel), "Open chat");
  await customer.page.keyboard.press("Enter");
  await becomes(() => customer.chat.locator(":focus").getAttribute("id"), "message");
});

story("every state of the widget is for everybody", async (stage) => {
  const inspection = new Inspection();
  const widget = { title: { default: "Hello! How can we help?" }, colour: "#c2410c" };
  const handover = { message: { default: "One moment." }, notify_assigned: false };
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover, settings: { widget, suggested_questions: [KNOWN.question] } });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.chat.getByRole("button", { name: KNOWN.question }).waitFor();
  await inspection.of(customer.page, "Widget in a colour of its own");
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await customer.picks(PICTURE, BILL);
  await customer.hasAttached("tent.png", "bill.pdf");
  await inspection.of(customer.page, "Widget with files to send");
  await customer.says("Here they are.");
  await customer.chat.getByRole("img", { name: "tent.png" }).waitFor();
  await inspection.of(customer.page, "Widget with files");
  await desk.looksAt("Mine");
  await desk.opens("Here they are.");
  await desk.resolves("Solved");
  await customer.chat.getByRole("button", { name: "Good", exact: true }).click();
  await customer.chat.getByLabel(/say more/).waitFor();
  await inspection.of(customer.page, "Widget asks how it was");
  await customer.beginsAnother();
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await customer.looksAtConversations();
  await inspection.of(customer.page, "Widget with conversations");
  inspection.check();
});
