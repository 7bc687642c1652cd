// The newer pages of the Dashboard, in light and dark, wide and narrow: no serious barrier, nothing that scrolls sideways.
import { adminAt, dialog } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { Inspection } from "../stage/inspection.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { PHONE } from "../stage/windows.js";

story("overview, invitations, integrations, labels, replies and the audit log", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  const app = `/apps/${shop.app}`;
  await fills(shop, stage.receiver.url);
  const page = await adminAt(stage, `${app}/overview`);
  await page.getByText("Get started").waitFor();
  await inspection.of(page, "Overview with the guide");
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hears(/available/);
  await page.reload();
  await page.getByRole("list", { name: "Needs attention" }).waitFor();
  await inspection.of(page, "Overview");
  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Audit log" }).waitFor();
  await inspection.of(page, "Navigation on a phone");
  await page.reload();

  /** @type {[name: string, path: string, ready: string][]} */
  const places = [
    ["Invitations", `${app}/agents/invitations`, "cleo@fernhill.example"],
    ["Invite somebody", `${app}/agents/invitations?new=1`, "They sign in with it."],
    ["Integrations", `${app}/integrations`, stage.receiver.url],
    ["Add a webhook", `${app}/integrations?new=webhook`, "Everything that is written in a conversation."],
    ["Labels", `${app}/settings/labels`, "Refund"],
    ["Canned replies", `${app}/settings/replies`, "/thanks"],
    ["Audit log", `${app}/audit`, "AI Agent saved"],
  ];
  for (const [name, path, ready] of places) {
    await page.goto(path);
    await page.getByText(ready).first().waitFor();
    await inspection.of(page, name);
  }
  await page.getByText(/^\d+ changes$/).first().click();
  await inspection.of(page, "Audit log with changes");
  await page.goto(`${app}/settings/labels`);
  await page.getByRole("button", { name: "Edit Refund" }).click();
  await dialog(page, "Edit Refund").waitFor();
  await inspection.of(page, "A label");
  await page.goto(`${app}/integrations`);
  await page.getByRole("link", { name: stage.receiver.url }).click();
  await page.getByRole("table", { name: "Deliveries" }).waitFor();
  await inspection.of(page, "A webhook with deliveries");
  await page.getByRole("table", { name: "Deliveries" }).getByRole("button").first().click();
  await page.getByRole("region", { name: "Body" }).waitFor();
  await inspection.of(page, "A delivery");
  inspection.check();
}, { BATON_CRAWL_ALLOW: "127.0.0.1" });

story("the page of an invitation, alive and dead", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage);
  const { invitation, link_path } = await shop.admin.post(`/apps/${shop.app}/invitations`, CLEO);
  const page = await stage.windows.open("Cleo");
  await page.goto(link_path);
  await page.getByRole("heading", { name: "Join Fernhill Outdoor" }).waitFor();
  await inspection.of(page, "Join");
  await shop.admin.delete(`/apps/${shop.app}/invitations/${invitation.id}`);
  stage.windows.complaints.tolerate(`404 GET /api/v1/invitations/${link_path.split("/").at(-1)}`);
  await page.reload();
  await page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
  await inspection.of(page, "Join with a dead link");
  inspection.check();
});

const CLEO = { email: "cleo@fernhill.example", full_name: "Cleo Marin", role: "agent" };

/** Something on every page. @param {import("../stage/shop.js").Shop} shop @param {string} url */
async function fills({ admin, app }, url) {
  await admin.post(`/apps/${app}/invitations`, CLEO);
  // One that hands over to nobody needs attention.
  const ivo = await admin.post(`/apps/${app}/assistants`, { name: "Ivo" });
  ivo.settings.unanswered.action = "human_handover";
  await admin.put(`/apps/${app}/assistants/${ivo.id}`, { settings: ivo.settings, version: ivo.version });
  await admin.post(`/apps/${app}/webhooks`, { url, events: ["message", "handover"] });
  await admin.post(`/apps/${app}/labels`, { name: "Refund", colour: "orange" });
  await admin.post(`/apps/${app}/canned_replies`, { shortcut: "thanks", text: "Thank you for writing, {customer}!" });
}
