// An agent at the Agent Desk: what they see there and what they do.
import { signIn } from "./sign-in.js";

/** @param {import("../stage/stage.js").Stage} stage @param {import("../stage/shop.js").Agent} agent @param {import("../stage/windows.js").Look} [look] */
export async function agentAtDesk(stage, agent, look) {
  const page = await stage.windows.open(agent.full_name, look);
  await signIn(page, agent);
  await page.goto("/desk");
  const desk = new Desk(page);
  await desk.isLive();
  return desk;
}

export class Desk {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.list = page.getByRole("navigation", { name: "Conversations" });
    this.conversation = page.getByRole("region", { name: /^Conversation with / });
    this.reply = page.getByLabel("Reply", { exact: true });
  }

  async isLive() {
    await this.page.getByText("Live", { exact: true }).waitFor();
  }

  /** @param {"Queue" | "Mine" | "All" | "AI is answering" | "Resolved" | "Snoozed"} name */
  async looksAt(name) {
    await this.list.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  }

  /** The conversations in the list that show these words. @param {string} words */
  rows(words) {
    return this.list.getByRole("listitem").filter({ hasText: words });
  }

  /** @param {string} words that its row shows */
  async opens(words) {
    await this.rows(words).getByRole("link").click();
    await this.conversation.waitFor();
  }

  /** @param {"Take" | "Return to AI Agent" | "Transfer" | "Resolve"} name */
  button(name) {
    return this.conversation.getByRole("button", { name, exact: true });
  }

  /** At once, without the seconds in which it could be taken back. @param {string} text */
  async replies(text) {
    await this.reply.fill(text);
    await this.reply.press("ControlOrMeta+Enter");
  }

  /** @param {"Solved" | "Not solved"} outcome */
  async resolves(outcome) {
    await this.button("Resolve").click();
    await this.page.getByRole("dialog").getByRole("button", { name: outcome, exact: true }).click();
  }

  /** @param {string} name of a colleague, or "Back to the queue" @param {string} [note] */
  async transfersTo(name, note = "") {
    await this.button("Transfer").click();
    const choice = this.page.getByRole("dialog", { name: "Transfer this conversation" });
    await choice.getByRole("radio", { name }).check();
    await choice.getByLabel("Private note").fill(note);
    await choice.getByRole("button", { name: "Transfer", exact: true }).click();
  }

  /** @param {"Online" | "Away"} state */
  async becomes(state) {
    await this.page.getByRole("button", { name: /^(Online|Away)/ }).click();
    await this.page.getByRole("menuitem", { name: state, exact: true }).click();
    await this.page.getByRole("button", { name: state, exact: true }).waitFor();
  }

  /** What was said, in order, as it stands on the screen. @returns {Promise<string[]>} */
  said() {
    return this.conversation.getByRole("region", { name: "Messages" }).locator("li:not(:has(article)) .words").allTextContents();
  }

  /** The line at the foot that says who has the conversation. */
  foot() {
    return this.conversation.locator("footer").getByRole("status");
  }
}
