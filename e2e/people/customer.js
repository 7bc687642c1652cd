// A customer on the company's website, with the widget in front of them.
import { becomes, eventually } from "../stage/eventually.js";

/** @typedef {{ name: string, isAi: boolean, subtitle: string }} Answerer */

/** @param {import("../stage/stage.js").Stage} stage @param {import("../stage/shop.js").Shop} shop @param {string} [name] @param {import("../stage/windows.js").Look} [look] */
export async function customerOnWebsite(stage, shop, name = "Ida", look) {
  const customer = await visitor(stage, stage.website.page(shop), name, look);
  await customer.opensChat();
  return customer;
}

/** Somebody who has not opened the chat yet. @param {import("../stage/stage.js").Stage} stage @param {string} address @param {string} [name] @param {import("../stage/windows.js").Look} [look] */
export async function visitor(stage, address, name = "Ida", look) {
  const page = await stage.windows.open(name, look);
  await page.goto(address);
  return new Customer(page);
}

export class Customer {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.chat = page.frameLocator("baton-chat iframe");
    this.field = this.chat.getByLabel("Message", { exact: true });
    this.log = this.chat.getByRole("log");
    this.launcher = page.locator("baton-chat button");
  }

  async opensChat() {
    await this.page.getByRole("button", { name: "Open chat", exact: true }).click();
    await this.field.waitFor();
  }

  /** @param {string} text */
  async says(text) {
    await this.field.fill(text);
    await this.chat.getByRole("button", { name: "Send", exact: true }).click();
  }

  /** @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
  async picks(...files) {
    await this.chat.locator("input[type=file]").setInputFiles(files);
  }

  /** What lies beside the composer, ready to go with the next message. @param {string[]} names */
  async hasAttached(...names) {
    await becomes(() => this.chat.locator(".tray .ready bdi").allTextContents(), names);
  }

  async looksAtConversations() {
    await this.chat.getByRole("button", { name: "Your conversations", exact: true }).click();
    await this.chat.getByRole("heading", { name: "Your conversations" }).waitFor();
  }

  async beginsAnother() {
    await this.looksAtConversations();
    await this.chat.getByRole("button", { name: "New conversation" }).click();
    await this.field.waitFor();
  }

  async asksForPerson() {
    await this.chat.getByRole("button", { name: "Talk to a person" }).click();
  }

  /** What stands in the conversation, own words included. @returns {Promise<string[]>} */
  read() {
    return this.log.locator("article .bubble").allTextContents();
  }

  /** What the others said. @returns {Promise<string[]>} */
  heard() {
    return this.log.locator("article:not(.own) .bubble").allTextContents();
  }

  /** @param {string[]} texts all that was said by others since the welcome, in order */
  async hasHeard(...texts) {
    await becomes(async () => (await this.heard()).slice(1), texts);
  }

  /** @param {RegExp} text @returns {Promise<import("playwright-core").Locator>} the newest message, once it is this */
  async hears(text) {
    const newest = this.log.locator("article").last();
    await eventually(`the customer hears ${text}`, async () => text.test(await newest.locator(".bubble").innerText()));
    return newest;
  }

  /** Who answers now, by the head of the widget. @returns {Promise<Answerer>} */
  async answerer() {
    const head = this.chat.getByRole("banner");
    const [name, isAi, subtitle] = await Promise.all([
      head.locator("h1 bdi").innerText(),
      head.locator("h1 .badge").isVisible(),
      head.locator("p").innerText(),
    ]);
    return { name, isAi, subtitle };
  }

  /** @param {string} name @param {boolean} isAi */
  async isAnsweredBy(name, isAi) {
    await becomes(async () => {
      const now = await this.answerer();
      return { name: now.name, isAi: now.isAi };
    }, { name, isAi });
  }
}
