// An invitation by link: made by an admin, opened by somebody new in a window of their own, and dead afterwards.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { Desk } from "../people/agent.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */

const PASSWORD = "slow river 19";

story("somebody who is invited by link makes their own account and sits at the desk", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/agents`);
  await page.getByRole("link", { name: "Invite by link" }).click();
  const link = await invites(page, "Ben Ochoa", "ben@fernhill.example");

  const ben = await stage.windows.open("Ben");
  await ben.goto(link);
  await ben.getByRole("heading", { name: "Join Fernhill Outdoor" }).waitFor();
  assert.equal(await ben.getByLabel("E-mail").inputValue(), "ben@fernhill.example");
  await ben.getByLabel("Full name").fill("Benedict Ochoa");
  await ben.getByLabel("Password").fill("short");
  await ben.getByRole("button", { name: "Join" }).click();
  await ben.getByRole("alert").waitFor();
  await ben.getByLabel("Password").fill(PASSWORD);
  await ben.getByRole("button", { name: "Join" }).click();
  await new Desk(ben).isLive();
  assert.equal(new URL(ben.url()).pathname.split("/")[1], "desk");

  await page.reload();
  const row = page.getByRole("table", { name: "Invitations" }).getByRole("row").filter({ hasText: "ben@fernhill.example" });
  await row.getByText("Accepted").waitFor();
  await page.getByRole("tab", { name: "Agents" }).click();
  await page.getByRole("table", { name: "Agents" }).getByText("Benedict Ochoa").waitFor();
  await isDead(stage, link, "Late Ben");
});

story("a new link makes the old one useless, and a withdrawn one says what to do", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/agents/invitations`);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const first = await invites(page, "Cleo Marin", "cleo@fernhill.example", "Supervisor");
  await page.getByRole("table", { name: "Invitations" }).getByText("Supervisor").waitFor();

  await wishes(page, "Cleo Marin", "New link");
  await dialog(page, /^Make a new link/).getByRole("button", { name: "Make a new link" }).click();
  const second = await keeps(page, "Cleo Marin");
  assert.notEqual(second, first);
  await isDead(stage, first, "Cleo with the old link");

  await wishes(page, "Cleo Marin", "Withdraw");
  await dialog(page, /^Withdraw the invitation/).getByRole("button", { name: "Withdraw" }).click();
  await page.getByText("Withdrawn", { exact: true }).waitFor();
  await isDead(stage, second, "Cleo with the new link");
});

/** @param {Page} page @param {string} name @param {string} email @param {string} [role] @returns {Promise<string>} the link */
async function invites(page, name, email, role = "Agent") {
  const form = dialog(page, "Invite somebody");
  await form.getByLabel("Full name").fill(name);
  await form.getByLabel("E-mail").fill(email);
  await form.getByRole("radio", { name: role, exact: true }).check();
  await form.getByRole("button", { name: "Make the link" }).click();
  return keeps(page, name);
}

/** @param {Page} page @param {string} name @returns {Promise<string>} */
async function keeps(page, name) {
  const once = dialog(page, `A link for ${name}`);
  const link = await once.getByRole("group", { name: "Link" }).innerText();
  await once.getByRole("button", { name: "I have kept it" }).click();
  return link.trim();
}

/** @param {Page} page @param {string} name @param {string} wish */
async function wishes(page, name, wish) {
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: wish }).click();
}

/** @param {import("../stage/stage.js").Stage} stage @param {string} link @param {string} who */
async function isDead(stage, link, who) {
  const token = new URL(link).pathname.split("/").at(-1);
  stage.windows.complaints.tolerate(`404 GET /api/v1/invitations/${token}`);
  const window = await stage.windows.open(who);
  await window.goto(link);
  await window.getByRole("heading", { name: "This link does not work any more" }).waitFor();
  await window.getByText("Ask whoever invited you for a new link").waitFor();
}
