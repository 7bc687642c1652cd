// Where an agent finds conversations and what they keep about them: lists, filters, views, search, labels, snoozing, the customer.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { BILL, PICTURE } from "../stage/files.js";
import { Inspection } from "../stage/inspection.js";
import { KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("../people/agent.js").Desk} Desk */

const NO_POOL = { handover: { agents: [] } };
const OTHER = "Do you rent canoes to schools?";

story("labels are put on with the keyboard, narrow a list, and the list is kept as a view and shared by its address", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], ...NO_POOL });
  const [ana, ben] = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  await customerAsks(stage, shop, "Ida", UNKNOWN);
  await customerAsks(stage, shop, "Jo", OTHER);
  await becomes(() => ana.rows("Waiting").count(), 2);

  const { keyboard } = ana.page;
  await keyboard.press("j");
  await ana.conversation.waitFor();
  await keyboard.press("l");
  await windowOf(ana, "Labels").waitFor();
  await keyboard.type("School trips");
  await keyboard.press("Enter");
  await windowOf(ana, "Labels").getByRole("option", { name: "School trips", selected: true }).waitFor();
  await keyboard.press("Escape");
  await ana.page.getByRole("button", { name: "Remove the label School trips" }).waitFor();
  await ben.rows("School trips").waitFor();

  await keyboard.press("f");
  await windowOf(ana, "Filter").getByRole("option", { name: "School trips" }).waitFor();
  await keyboard.type("school");
  await keyboard.press("Enter");
  await becomes(() => ana.rows("Waiting").count(), 1);
  await ana.page.getByRole("button", { name: "Save view" }).click();
  await ana.page.getByRole("dialog").getByLabel("Name").fill("Trips that wait");
  await keyboard.press("Enter");
  await ana.list.getByRole("link", { name: "Trips that wait" }).waitFor();

  await ben.page.goto(ana.page.url());
  await ben.list.getByRole("button", { name: "Remove the filter Label: School trips" }).waitFor();
  await becomes(() => ben.rows("Waiting").count(), 1);
  await ben.list.getByRole("button", { name: "Remove the filter Label: School trips" }).click();
  await becomes(() => ben.rows("Waiting").count(), 2);

  await ana.looksAt("Queue");
  await becomes(() => ana.rows("Waiting").count(), 2);
  await ana.list.getByRole("link", { name: "Trips that wait" }).click();
  await becomes(() => ana.rows("Waiting").count(), 1);
  await changesView(ana, "Trips that wait", "Rename");
  await ana.page.getByRole("dialog").getByLabel("Name").fill("Trips");
  await keyboard.press("Enter");
  await ana.list.getByRole("link", { name: "Trips", exact: true }).waitFor();
  await changesView(ana, "Trips", "Remove");
  await ana.list.getByRole("link", { name: "Trips", exact: true }).waitFor({ state: "detached" });
});

story("a row shows the question while the customer waits, and then who spoke last", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], ...NO_POOL });
  const ana = await agentAtDesk(stage, shop.agents[0]);
  const ida = await customerAsks(stage, shop, "Ida", UNKNOWN);
  await ana.rows(UNKNOWN).waitFor();
  await ida.says("And is **lunch** served there?");
  await ana.rows("And is lunch served there?").waitFor();

  await ana.opens("lunch");
  await ana.button("Take").click();
  await ana.replies("Yes, until **three**.");
  await ana.rows("You: Yes, until three.").waitFor();
  await ida.picks(PICTURE);
  await ida.hasAttached("tent.png");
  await ida.says("");
  await ana.rows("Photo").waitFor();
});

story("who has not written yet, or has only picked a file, calls nobody", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], ...NO_POOL });
  const ana = await agentAtDesk(stage, shop.agents[0]);
  const ida = await customerOnWebsite(stage, shop, "Ida");
  await ida.picks(BILL);
  await ida.hasAttached("bill.pdf");
  const visitor = await stage.api.post(`/apps/${shop.app}/visitors`, { full_name: "Jo" });
  await stage.api.as(visitor.token).post("/dialogs", { type: 2, assistant: shop.assistant });

  await ana.looksAt("AI is answering");
  await ana.opens("Has not written yet");
  await becomes(() => ana.foot().innerText(), "The customer has not written yet. Nova (AI Agent) will answer.");
  assert.equal(await ana.rows("Has not written yet").count(), 1);
  await ida.says(KNOWN.question);
  await ana.opens("AI Agent: ");
  await becomes(() => ana.foot().innerText(), "Nova (AI Agent) is answering.");
});

story("words are found in all conversations, and a hit opens the conversation at its message", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], ...NO_POOL });
  const ana = await agentAtDesk(stage, shop.agents[0]);
  await customerAsks(stage, shop, "Ida", UNKNOWN);
  await customerAsks(stage, shop, "Jo", OTHER);
  const { keyboard } = ana.page;
  await keyboard.press("/");
  await keyboard.type("canoe schools");
  const hits = ana.list.getByRole("region", { name: "Search results" });
  await hits.getByText("rent canoes to schools").waitFor();
  assert.deepEqual(await hits.locator("mark").allInnerTexts(), ["canoes", "schools"]);
  await becomes(async () => new URL(ana.page.url()).searchParams.get("q"), "canoe schools");
  await keyboard.press("Enter");
  await eventually("the first hit has the focus", () => hits.getByRole("link").first().evaluate((link) => link === document.activeElement));
  await keyboard.press("Enter");
  await ana.conversation.getByText(OTHER).waitFor();

  await keyboard.press("/");
  await keyboard.press("Escape");
  await hits.waitFor({ state: "detached" });
  await becomes(() => ana.rows("Waiting").count(), 2);
  await keyboard.press("/");
  await keyboard.type("zeppelin");
  await ana.list.getByText("Nothing was found").waitFor();
});

story("a search keeps to the filter, and finds what a colleague wrote in a note", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], ...NO_POOL });
  const [ana, ben] = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  await customerAsks(stage, shop, "Ida", UNKNOWN);
  await customerAsks(stage, shop, "Jo", UNKNOWN);
  const label = await shop.admin.post(`/apps/${shop.app}/labels`, { name: "Museum", colour: "yellow" });
  const [dialog] = (await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`)).items;
  await shop.admin.put(`/dialogs/${dialog.id}/labels`, { labels: [label.id] });

  await ana.page.goto(`/desk/queue?label=${label.id}`);
  await ana.list.getByRole("button", { name: "Remove the filter Label: Museum" }).waitFor();
  await becomes(() => ana.rows("Waiting").count(), 1);
  await ana.page.keyboard.press("/");
  await ana.page.keyboard.type("harbour");
  const hits = (/** @type {Desk} */ desk) => desk.list.getByRole("region", { name: "Search results" });
  await becomes(() => hits(ana).getByRole("link").count(), 1);
  assert.equal(new URL(ana.page.url()).search, `?label=${label.id}&q=harbour`);
  await ana.list.getByRole("button", { name: "Remove the filter Label: Museum" }).click();
  await becomes(() => hits(ana).getByRole("link").count(), 2);

  await hits(ana).getByRole("link").first().click();
  await ana.conversation.getByRole("button", { name: "Note", exact: true }).click();
  await ana.conversation.getByLabel("Private note", { exact: true }).fill("She means the one with the zeppelin.");
  await ana.page.keyboard.press("Enter");
  await ana.conversation.getByRole("article", { name: "Private note by You" }).waitFor();
  await ben.page.keyboard.press("/");
  await ben.page.keyboard.type("zeppelin");
  await hits(ben).getByText("Note by Ana Keller").waitFor();
  await hits(ben).getByRole("link").click();
  await ben.conversation.getByRole("article", { name: "Private note by Ana Keller" }).waitFor();
});

story("a conversation is snoozed until tomorrow and comes back when the customer writes", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], ...NO_POOL });
  const ana = await agentAtDesk(stage, shop.agents[0]);
  const ida = await customerAsks(stage, shop, "Ida", UNKNOWN);
  await ana.opens(UNKNOWN);
  await ana.button("Take").click();
  await ana.reply.waitFor();
  await ana.page.keyboard.press("Escape");
  await ana.page.keyboard.press("s");
  await windowOf(ana, "Snooze until").getByRole("option", { name: /^Tomorrow/ }).click();
  await ana.page.getByText(/^Snoozed until tomorrow/).first().waitFor();
  await ana.looksAt("Mine");
  await ana.list.getByText("You have no conversations").waitFor();
  await ana.looksAt("Snoozed");
  await ana.rows("until tomorrow").waitFor();

  await ida.says("I have found the number of my order.");
  await ana.list.getByText("Nothing is snoozed").waitFor();
  await ana.looksAt("Mine");
  await ana.rows("number of my order").waitFor();
});

story("what an agent mends in a customer's data is seen by a colleague at once", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], ...NO_POOL });
  const [ana, ben] = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  await customerAsks(stage, shop, "Ida", UNKNOWN);
  await Promise.all([ana, ben].map((desk) => desk.opens(UNKNOWN)));

  await mends(ana, "Name", "Ida Berg");
  await mends(ana, "E-mail", "ida@berg.example");
  const about = context(ana);
  await about.getByRole("button", { name: "Tag", exact: true }).click();
  await ana.page.keyboard.type("school");
  await ana.page.keyboard.press("Enter");
  await about.getByRole("button", { name: "Remove the tag school" }).waitFor();
  await about.getByRole("button", { name: "Field", exact: true }).click();
  await about.getByLabel("Name of the field").fill("City");
  await about.getByLabel("Value of the field").fill("Ulm");
  await ana.page.keyboard.press("Enter");

  await becomes(() => ben.conversation.getByRole("heading").first().innerText(), "Ida Berg");
  await ben.rows("Ida Berg").waitFor();
  for (const words of ["ida@berg.example", "school", "Ulm"]) await context(ben).getByText(words, { exact: true }).waitFor();

  stage.windows.complaints.tolerate("422 PATCH /api/v1/apps/:id/users/:id");
  await about.getByRole("button", { name: /^E-mail/ }).click();
  await ana.page.keyboard.type("not an address");
  await ana.page.keyboard.press("Enter");
  await about.getByRole("alert").waitFor();
  await ana.page.keyboard.press("Escape");
  await about.getByText("ida@berg.example").waitFor();
});

story("the palette does what the agent wants, and says why they are away", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], ...NO_POOL });
  const ana = await agentAtDesk(stage, shop.agents[0]);
  const ida = await customerAsks(stage, shop, "Ida", UNKNOWN);
  await ana.opens(UNKNOWN);

  await commands(ana, "take");
  await ida.isAnsweredBy("Ana Keller", false);
  await ana.reply.waitFor();
  await commands(ana, "lunch");
  await ana.page.getByRole("button", { name: "Away At lunch" }).waitFor();
  const agents = await shop.admin.get(`/apps/${shop.app}/agents`);
  assert.equal(agents.items[0].away_reason, "At lunch");
  await commands(ana, "be online");
  await ana.page.getByRole("button", { name: "Online", exact: true }).waitFor();
  await commands(ana, "go resolved");
  await ana.list.getByText("Nothing is resolved yet").waitFor();
  await commands(ana, "visitor");
  await ana.conversation.waitFor();
  await commands(ana, "resolve");
  await ana.page.getByRole("dialog").getByRole("button", { name: "Solved", exact: true }).click();
  await ana.looksAt("Resolved");
  await ana.rows("Closed").waitFor();
});

story("lists, search and windows of the desk are for everybody", async (stage) => {
  const inspection = new Inspection();
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: { notify_assigned: true } });
  const ana = await agentAtDesk(stage, shop.agents[0]);
  const ida = await customerAsks(stage, shop, "Ida", UNKNOWN);
  await ida.isAnsweredBy("Ana Keller", false);
  await ana.looksAt("Mine");
  await ana.opens(UNKNOWN);
  const label = await shop.admin.post(`/apps/${shop.app}/labels`, { name: "Museum", colour: "yellow" });
  const [dialog] = (await shop.admin.get(`/apps/${shop.app}/dialogs?list=all`)).items;
  await shop.admin.put(`/dialogs/${dialog.id}/labels`, { labels: [label.id] });
  await ana.rows("Museum").waitFor();
  const { keyboard } = ana.page;
  /** @type {[name: string, key: string, title: string][]} */
  const windows = [
    ["Desk with the palette", "Control+k", "Commands"],
    ["Desk with labels", "l", "Labels"],
    ["Desk with times to snooze", "s", "Snooze until"],
    ["Desk with filters", "f", "Filter"],
    ["Desk with shortcuts", "?", "Keyboard shortcuts"],
  ];
  for (const [name, key, title] of windows) {
    await keyboard.press(key);
    await windowOf(ana, title).waitFor();
    await inspection.of(ana.page, name);
    await keyboard.press("Escape");
    await windowOf(ana, title).waitFor({ state: "detached" });
  }
  await ana.page.goto(`/desk/all?label=${label.id}`);
  await ana.list.getByRole("button", { name: /^Remove the filter/ }).waitFor();
  await inspection.of(ana.page, "Desk with a filtered list");
  await ana.page.goto("/desk/all?q=museum");
  await ana.list.locator("mark").first().waitFor();
  await inspection.of(ana.page, "Desk with search results");
  inspection.check();
});

/** @param {import("../stage/stage.js").Stage} stage @param {import("../stage/shop.js").Shop} shop @param {string} name @param {string} question */
async function customerAsks(stage, shop, name, question) {
  const customer = await customerOnWebsite(stage, shop, name);
  await customer.says(question);
  await customer.hears(/available|joined/);
  return customer;
}

/** @param {Desk} desk @param {string} title */
function windowOf({ page }, title) {
  return page.getByRole("dialog", { name: title });
}

/** @param {Desk} desk */
function context({ page }) {
  return page.getByRole("region", { name: "Context" });
}

/** Types it into the palette and takes the first thing that fits. @param {Desk} desk @param {string} words */
async function commands(desk, words) {
  await desk.page.keyboard.press("Control+k");
  const palette = windowOf(desk, "Commands");
  await palette.waitFor();
  await desk.page.keyboard.type(words);
  await palette.getByRole("option").first().waitFor();
  await desk.page.keyboard.press("Enter");
  await palette.waitFor({ state: "detached" });
}

/** @param {Desk} desk @param {string} name @param {string} value */
async function mends(desk, name, value) {
  await context(desk).getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await desk.page.keyboard.type(value);
  await desk.page.keyboard.press("Enter");
  await context(desk).getByRole("button", { name: `${name} ${value}` }).waitFor();
}

/** @param {Desk} desk @param {string} name @param {"Rename" | "Remove"} wish */
async function changesView(desk, name, wish) {
  await desk.list.getByRole("button", { name: `Change the view ${name}` }).click();
  await desk.page.getByRole("menuitem", { name: wish }).click();
}
