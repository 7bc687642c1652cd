// A customer waits and whoever should look does not: who is told, and what an admin sets and sees of it.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { startPostOffice } from "../stage/post-office.js";
import { isSigned } from "../stage/receiver.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const SHORTEST = { push_after: 5, colleague_after: 5, supervisor_after: 5, mail_after: 5 };
/** What this browser says to whoever writes pages. */
const NO_PUSH =
  "Chrome currently does not support the Push API in incognito mode (https://crbug.com/41124656). There is deliberately no way to feature-detect this, since incognito mode needs to be undetectable by websites.";
const YAK = "Can my yak sleep in the tent?";

story("an admin sets who is told and when, and it is all there after a reload", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  const page = await adminAt(stage, `/apps/${shop.app}/assistants`);
  await page.getByRole("link", { name: "Notifications" }).click();
  await page.getByText("BATON_NOTIFY_SMTP_URL").waitFor();
  await page.getByText("Everything was delivered.").waitFor();

  const colleague = step(page, "A second agent");
  await colleague.getByLabel("After").fill("2");
  await colleague.getByLabel("Unit").selectOption("seconds");
  await step(page, "Supervisors").getByRole("switch").uncheck();
  const mail = step(page, "E-mail and webhook");
  await mail.getByLabel("More e-mail addresses").fill("boss@fernhill.example, nobody");
  await mail.getByLabel("Webhook address").fill("fernhill.example");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await colleague.getByRole("alert").getByText("A second agent: enter a whole number, from 5 seconds to 24 hours.").waitFor();
  await mail.getByRole("alert").getByText("“nobody” is not an e-mail address.").waitFor();
  await mail.getByRole("alert").getByText("Enter a web address that begins with https:// or http://.").waitFor();

  await colleague.getByLabel("After").fill("90");
  await mail.getByLabel("More e-mail addresses").fill("boss@fernhill.example");
  await mail.getByLabel("Webhook address").fill("https://fernhill.example/hook");
  await page.getByRole("link", { name: "App settings" }).click();
  await dialog(page, "Leave without saving?").getByRole("button", { name: "Stay" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Everything is saved").waitFor();
  await page.reload();
  await becomes(() => colleague.getByLabel("After").inputValue(), "90");
  assert.equal(await colleague.getByLabel("Unit").inputValue(), "seconds");
  assert.equal(await step(page, "Supervisors").getByRole("switch").isChecked(), false);
  assert.equal(await mail.getByLabel("More e-mail addresses").inputValue(), "boss@fernhill.example");
});

story("a second agent is called to a conversation at which its agent does not look, and to nothing that is before their eyes", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"] });
  await shop.admin.put(`/apps/${shop.app}/notifications`, { ...SHORTEST, supervisor_after: null, mail_after: null });
  const desks = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  const first = await customerOnWebsite(stage, shop, "Ida");
  await first.says(UNKNOWN);
  const at = await eventually("an agent has it", async () => {
    const { name } = await first.answerer();
    const found = shop.agents.findIndex(({ full_name }) => full_name === name);
    return found < 0 ? null : found;
  });
  const [busy, idle] = [desks[at], desks[1 - at]];
  await busy.looksAt("Mine");
  await busy.opens("Visitor");
  await busy.replies("Yes, until five.");

  const second = await customerOnWebsite(stage, shop, "Noor");
  await second.says(YAK);
  await second.isAnsweredBy(shop.agents[1 - at].full_name, false);
  await idle.page.getByRole("status").getByText(/waits for your reply/).waitFor();
  const call = busy.page.getByRole("status").filter({ hasText: /waits for your team's reply/ });
  await call.getByRole("link", { name: "Open" }).click();
  await busy.conversation.getByText(YAK).waitFor();
  await becomes(() => call.count(), 0);
  // Nobody calls her to the one that she has before her eyes.
  assert.equal(await busy.page.getByText(/waits for your reply/).count(), 0);
});

story("what could not be delivered is shown to an admin, tried again and forgotten, and the webhook is called", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  const page = await adminAt(stage, `/apps/${shop.app}/notifications`);
  await page.getByRole("heading", { name: "Notifications" }).waitFor();
  assert.equal(await page.getByText("BATON_NOTIFY_SMTP_URL").count(), 0);
  await step(page, "E-mail and webhook").getByLabel("Webhook address").fill(stage.receiver.url);
  await page.getByRole("button", { name: "Make a new signing secret" }).click();
  await dialog(page, "Make a new signing secret?").getByRole("button", { name: "Make a new one" }).click();
  const once = dialog(page, "The signing secret");
  const secret = await once.getByRole("group", { name: "Signing secret" }).innerText();
  await once.getByRole("button", { name: "I have kept it" }).click();
  for (const name of ["The agent's browsers", "A second agent", "Supervisors"]) await step(page, name).getByRole("switch").uncheck();
  const mail = step(page, "E-mail and webhook");
  await mail.getByLabel("After").fill("5");
  await mail.getByLabel("Unit").selectOption("seconds");
  await mail.getByLabel("More e-mail addresses").fill("boss@fernhill.example");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Everything is saved").waitFor();

  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  const called = await eventually("the webhook is called", () => stage.receiver.received[0]);
  assert.ok(isSigned(called, secret), "the signature does not fit the secret");
  assert.equal(JSON.parse(called.body).data.question, UNKNOWN);
  await page.reload();
  const letter = page.getByRole("row").filter({ hasText: "E-mail to the team" });
  await letter.getByText(/550/).waitFor();
  await letter.getByRole("button", { name: "Try again" }).click();
  await page.getByText("It is tried again.").waitFor();
  await page.getByRole("button", { name: "Dismiss" }).click();
  // Refused again, it is back.
  await eventually("it has failed again", async () => {
    await page.reload();
    await page.getByText(/Everything was delivered|550/).waitFor();
    return (await letter.count()) === 1;
  });
  await letter.getByRole("button", { name: "Forget" }).click();
  await dialog(page, "Forget it?").getByRole("button", { name: "Forget" }).click();
  await page.getByText("Everything was delivered.").waitFor();
}, { BATON_CRAWL_ALLOW: "127.0.0.1", BATON_NOTIFY_SMTP_URL: (await startPostOffice()).url, BATON_NOTIFY_MAIL_FROM: "Fernhill <help@fernhill.example>" });

story("an agent without a push service is told calmly; what is pushed is shown only while no desk is before their eyes", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const { page } = desk;
  stage.windows.complaints.tolerate(NO_PUSH);
  await page.context().grantPermissions(["notifications"]);
  await page.getByRole("button", { name: "Online", exact: true }).click();
  await page.getByRole("menuitem", { name: "Notify me on this device" }).click();
  const choice = dialog(page, "Notifications on this device");
  await choice.getByRole("switch", { name: "Notify me on this device" }).click();
  await choice.getByText(/^That did not work\. This browser has no push service/).waitFor();
  assert.equal(await choice.getByRole("switch").isChecked(), false);
  await choice.getByRole("button", { name: "Done" }).click();

  const push = await pusher(page);
  await push({ title: "Noor waits for a person", body: YAK, dialog: "c".repeat(24) });
  await desk.looksAt("All");
  await desk.list.getByText("No conversations yet").waitFor();
  await page.goto("/icon.svg");
  await push({ title: "Ida waits for a person", body: UNKNOWN, dialog: "d".repeat(24) });
  await becomes(() => page.evaluate(shownNotifications), ["Ida waits for a person"]);
});

/** Plays the push service. @param {import("playwright-core").Page} page */
async function pusher(page) {
  const browser = await page.context().newCDPSession(page);
  /** @type {string | undefined} */
  let registrationId;
  browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
    registrationId = registrations[0]?.registrationId ?? registrationId;
  });
  await browser.send("ServiceWorker.enable");
  const origin = new URL(page.url()).origin;
  return async (/** @type {object} */ news) => {
    const id = await eventually("the worker is there", () => registrationId);
    await browser.send("ServiceWorker.deliverPushMessage", { origin, registrationId: id, data: JSON.stringify(news) });
  };
}

async function shownNotifications() {
  const registration = await navigator.serviceWorker.getRegistration("/desk");
  const shown = (await registration?.getNotifications()) ?? [];
  return shown.map(({ title }) => title);
}

/** @param {import("playwright-core").Page} page @param {string} name */
function step(page, name) {
  return page.getByRole("group", { name, exact: true });
}
