// From an empty folder to a team: everything that a new admin does in the browser on the first day.
import assert from "node:assert/strict";
import { dialog } from "../people/admin.js";
import { Desk } from "../people/agent.js";
import { ADMIN } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("playwright-core").Page} Page */

story("a new server is set up in the browser, from the admin to the first agent", async ({ windows }) => {
  const page = await windows.open("Rita");
  await page.goto("/");
  await createsTheAdmin(page);
  await createsAnApp(page);
  await createsAnAssistant(page);
  const password = await createsAnAgent(page);

  await page.reload();
  await page.getByRole("table", { name: "Agents" }).getByText("ana@fernhill.example").waitFor();
  assert.ok(!(await page.content()).includes(password), "the password was to be shown once");

  const desk = await windows.open("Ana");
  await desk.goto("/");
  await signsIn(desk, "ana@fernhill.example", password);
  await new Desk(desk).isLive();
  assert.equal(new URL(desk.url()).pathname, "/desk");
});

story("who has no account does not come in", async ({ api, windows }) => {
  await api.post("/setup", ADMIN);
  const page = await windows.open("Mallory");
  windows.complaints.tolerate("422 POST /api/v1/sessions");
  await page.goto("/apps");
  await signsIn(page, ADMIN.email, "a wrong guess");
  await page.getByText("This e-mail and password do not belong together.").waitFor();

  await signsIn(page, ADMIN.email, ADMIN.password);
  await page.getByRole("heading", { name: "Apps", exact: true }).waitFor();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

/** @param {Page} page */
async function createsTheAdmin(page) {
  await page.getByRole("heading", { name: "Welcome to Baton" }).waitFor();
  await page.getByLabel("Full name").fill(ADMIN.full_name);
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create the admin" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Create the admin" }).click();
}

/** @param {Page} page */
async function createsAnApp(page) {
  await page.getByText("Create your first app").waitFor();
  await page.getByRole("button", { name: "Create app" }).click();
  const naming = dialog(page, "Create an app");
  await naming.getByLabel("Name").fill("Fernhill Outdoor");
  await naming.getByRole("button", { name: "Create app" }).click();
  const ready = dialog(page, "Fernhill Outdoor is ready");
  assert.notEqual(await ready.getByRole("group", { name: "Authorization secret" }).innerText(), "");
  await ready.getByRole("button", { name: "I have kept it" }).click();
}

/** @param {Page} page */
async function createsAnAssistant(page) {
  await page.getByRole("link", { name: "Create an AI Agent" }).click();
  const naming = dialog(page, "Create an AI Agent");
  await naming.getByLabel("Name").fill("Nova");
  await naming.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("heading", { name: "Nova", level: 1 }).waitFor();
}

/** @param {Page} page @returns {Promise<string>} the password that was shown */
async function createsAnAgent(page) {
  await page.getByRole("link", { name: "Agents", exact: true }).click();
  await page.getByText("No agents yet").waitFor();
  await page.getByRole("button", { name: "Create agent" }).click();
  const form = dialog(page, "Create an agent");
  await form.getByLabel("Full name").fill("Ana Keller");
  await form.getByLabel("E-mail").fill("ana@fernhill.example");
  await form.getByRole("button", { name: "Create", exact: true }).click();
  const once = dialog(page, "A password for Ana Keller");
  const password = await once.getByRole("group", { name: "Password" }).innerText();
  await once.getByRole("button", { name: "I have kept it" }).click();
  return password;
}

/** @param {Page} page @param {string} email @param {string} password */
async function signsIn(page, email, password) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
