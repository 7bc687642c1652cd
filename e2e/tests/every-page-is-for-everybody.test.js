// Every page, in light and dark, wide and narrow: no serious barrier, nothing that scrolls sideways.
import { adminAt } from "../people/admin.js";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { Inspection } from "../stage/inspection.js";
import { ADMIN, ALSO_KNOWN, KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { PHONE } from "../stage/windows.js";

const RULES = [
  { name: "Refunds", words: ["refund", "money back", "charge back", "return"], skill: "billing", urgent: true },
  { name: "At the checkout, when nobody is at the desk", page: "/checkout", tags: ["vip"], during: "outside_business_hours" },
];

story("the door", async ({ api, windows }) => {
  const inspection = new Inspection();
  const page = await windows.open("Rita");
  await page.goto("/");
  await page.getByRole("heading", { name: "Welcome to Baton" }).waitFor();
  await inspection.of(page, "Setup");
  await api.post("/setup", ADMIN);
  await page.reload();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await inspection.of(page, "Sign in");
  inspection.check();
});

story("the Dashboard", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, {
    agents: ["Ana Keller", "Ben Ochoa"],
    handover: { rules: RULES },
    settings: { suggested_questions: [KNOWN.question] },
  });
  const app = `/apps/${shop.app}`;
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hears(/available/);
  const page = await adminAt(stage, "/apps");
  /** @type {[name: string, path: string, ready: string][]} */
  const places = [
    ["Apps", "/apps", "Fernhill Outdoor"],
    ["AI Agents", `${app}/assistants`, shop.assistant],
    ["AI Agent", `${app}/assistants/${shop.assistant}`, "Ben Ochoa"],
    ["Agents", `${app}/agents`, "ben.ochoa@fernhill.example"],
    ["Knowledge", `${app}/knowledge`, "Repairs"],
    ["Unanswered questions", `${app}/unanswered`, UNKNOWN],
    ["Reports", `${app}/reports?days=1`, "Nothing has ended yet"],
    ["Notifications", `${app}/notifications`, "Everything was delivered."],
    ["App settings", `${app}/settings`, "Authorization secret"],
    ["No such page", `${app}/nowhere`, "There is no such page"],
  ];
  for (const [name, path, ready] of places) {
    await page.goto(path);
    await page.getByText(ready).first().waitFor();
    await inspection.of(page, name);
  }
  await page.goto(`${app}/assistants/${shop.assistant}`);
  await inspection.of(page, "Human handover", page.getByRole("radio", { name: "Human handover" }));
  await inspection.of(page, "When a person is called", page.getByRole("heading", { name: "When a person is called" }));
  await page.getByRole("button", { name: "Edit Refunds" }).click();
  await page.getByRole("dialog").getByLabel("Words or phrases").waitFor();
  await inspection.of(page, "A rule");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Remove Ana Keller" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("dialog").getByText("Ana Keller").waitFor();
  await inspection.of(page, "Add agents");
  inspection.check();
});

story("the playground and what is beside the texts", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, { settings: { suggested_questions: [KNOWN.question] } });
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const playground = page.getByRole("region", { name: "Try it" });
  await playground.getByRole("button", { name: KNOWN.question }).click();
  await playground.getByText("Passages found").waitFor();
  await inspection.of(page, "Playground", playground);
  await page.getByLabel("Text of the welcome").fill("Good morning!");
  await page.frameLocator("iframe").getByText("Good morning!").waitFor();
  await inspection.of(page, "Texts and their preview", page.getByRole("region", { name: "Welcome" }));
  inspection.check();
});

story("the Desk and the widget", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, {
    agents: ["Ana Keller"],
    handover: { notify_assigned: true },
    settings: { suggested_questions: [KNOWN.question, ALSO_KNOWN.question] },
  });
  const customer = await customerOnWebsite(stage, shop);
  await customer.chat.getByRole("button", { name: KNOWN.question }).waitFor();
  await inspection.of(customer.page, "Widget at the start");
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  await customer.says(UNKNOWN);
  await customer.hears(/available/);
  await inspection.of(customer.page, "Widget while waiting");

  const desk = await agentAtDesk(stage, shop.agents[0]);
  await customer.isAnsweredBy("Ana Keller", false);
  await inspection.of(desk.page, "Desk with nothing open");
  await desk.page.getByRole("button", { name: "Online", exact: true }).click();
  await desk.page.getByRole("menuitem", { name: "Notify me on this device" }).click();
  await desk.page.getByRole("switch", { name: "Notify me on this device" }).waitFor();
  await inspection.of(desk.page, "Notifications on this device");
  await desk.page.getByRole("button", { name: "Done" }).click();
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.replies("Good afternoon! The museum is closed on Mondays, and open on all other days from 10 to 17.");
  await customer.hears(/Good afternoon/);
  await inspection.of(desk.page, "Desk with a conversation");
  await inspection.of(customer.page, "Widget with an agent");
  const admin = await adminAt(stage, `/apps/${shop.app}/reports`);
  await lets(admin, `/apps/${shop.app}/agents/${shop.agents[0].id}`, { supervises: true });
  await desk.list.getByRole("link", { name: "Team" }).click();
  await desk.list.getByRole("list", { name: "Conversations of Ana Keller" }).waitFor();
  await inspection.of(desk.page, "Desk with the team");
  await desk.page.setViewportSize(PHONE);
  await desk.page.getByRole("button", { name: "About this conversation" }).click();
  await desk.page.getByRole("blockquote").waitFor();
  await inspection.of(desk.page, "Desk with the packet");

  await desk.resolves("Solved");
  await customer.chat.getByText("This conversation has ended").waitFor();
  await admin.reload();
  await admin.getByRole("list", { name: "Endings" }).waitFor();
  await inspection.of(admin, "Reports with figures");
  await admin.getByText("Show as a table").click();
  await inspection.of(admin, "Reports by agent", admin.getByRole("heading", { name: "By agent" }));
  inspection.check();
});

/** @param {import("playwright-core").Page} admin @param {string} path @param {object} change */
async function lets(admin, path, change) {
  const response = await admin.context().request.patch(`/api/v1${path}`, { data: change, headers: { "x-baton-csrf": "1" } });
  if (!response.ok()) throw new Error(`${path} was not changed: ${await response.text()}`);
}
