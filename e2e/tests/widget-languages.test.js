// The widget speaks the visitor's language, from the launcher on, and mirrors itself where that is written from right to left.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { customerOnWebsite, visitor } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { OUT } from "../stage/evidence.js";
import { Inspection } from "../stage/inspection.js";
import { KNOWN, openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @type {[locale: string, open: string, message: string][]} */
const SPOKEN = [
  ["ar", "فتح الدردشة", "رسالة"],
  ["de-AT", "Chat öffnen", "Nachricht"],
  ["es-MX", "Abrir el chat", "Mensaje"],
  ["fr", "Ouvrir le chat", "Message"],
  ["he", "פתיחת הצ׳אט", "הודעה"],
  ["hi", "चैट खोलें", "संदेश"],
  ["it", "Apri la chat", "Messaggio"],
  ["ja", "チャットを開く", "メッセージ"],
  ["nl", "Chat openen", "Bericht"],
  ["pl", "Otwórz czat", "Wiadomość"],
  ["pt-BR", "Abrir o chat", "Mensagem"],
  ["ru", "Открыть чат", "Сообщение"],
  ["sv", "Öppna chatten", "Meddelande"],
  ["tr", "Sohbeti aç", "Mesaj"],
  ["uk", "Відкрити чат", "Повідомлення"],
  ["zh-CN", "打开聊天", "消息"],
  ["fi", "Open chat", "Message"],
];

story("every visitor is spoken to in their language, and in English where theirs is not spoken", async (stage) => {
  const shop = await openShop(stage);
  for (const [locale, open, message] of SPOKEN) {
    const customer = await visitor(stage, stage.website.page(shop), locale, { locale });
    await customer.page.getByRole("button", { name: open, exact: true }).click();
    await customer.chat.getByLabel(message, { exact: true }).waitFor();
    await customer.page.context().close();
  }
});

story("what the company has written is shown in the visitor's language too", async (stage) => {
  const widget = { launcher: "label", launcher_text: { default: "Ask us", de: "Fragen Sie uns" }, title: { default: "Hello", de: "Guten Tag" } };
  const shop = await openShop(stage, { settings: { widget } });
  const customer = await visitor(stage, stage.website.page(shop), "Jörg", { locale: "de-DE" });
  await customer.launcher.getByText("Fragen Sie uns").waitFor();
  await customer.launcher.click();
  await customer.chat.getByText("Guten Tag", { exact: true }).waitFor();
});

story("in Arabic everything is mirrored, and nothing is a barrier", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, { settings: { suggested_questions: [KNOWN.question] } });
  const customer = await visitor(stage, stage.website.page(shop), "Amal", { locale: "ar" });
  await customer.launcher.click();
  const field = customer.chat.getByLabel("رسالة", { exact: true });
  await field.fill(KNOWN.question);
  await customer.chat.getByRole("button", { name: "إرسال", exact: true }).click();
  await customer.hears(KNOWN.answer);

  const left = async (/** @type {string} */ selector) => (await customer.chat.locator(selector).last().boundingBox())?.x ?? NaN;
  assert.equal(await customer.chat.locator("html").getAttribute("dir"), "rtl");
  assert.ok((await left(".own .bubble")) < (await left("article:not(.own) .bubble")), "own words stand at the left");
  assert.ok((await left(".send")) < (await left("textarea")), "the way to send is at the left");
  assert.ok((await left("header .icon")) < (await left("header h1")), "the way out is at the left");
  await mkdir(join(OUT, "screens"), { recursive: true });
  await inspection.of(customer.page, "Widget in Arabic");
  inspection.check();
});

story("a website changes the language while the chat is open, and nothing of the conversation is lost", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  const before = await customer.read();
  await customer.field.fill("Not sent yet");
  await customer.page.evaluate(() => /** @type {any} */ (window).Baton.setLanguage("he"));
  const field = customer.chat.getByLabel("הודעה", { exact: true });
  await becomes(() => field.inputValue(), "Not sent yet");
  await becomes(() => customer.read(), before);
  await customer.page.getByRole("button", { name: "סגירת הצ׳אט" }).first().waitFor();
});
