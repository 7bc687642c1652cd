// The conversation at the desk: notes among colleagues, canned replies, files, taking back, help with writing, a long past.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { KNOWN, openShop, tokenOf, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

/** @typedef {import("../stage/stage.js").Stage} Stage */
/** @typedef {import("../people/agent.js").Desk} Desk */

const HANDOVER = { message: { default: "One moment." }, notify_assigned: false };
const SENT_WITHIN_MS = 12_000;
/** Ten by ten pixels of one colour. */
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mPgzk7DgxhGpbEhAOj3VfHVjKh9AAAAAElFTkSuQmCC";

story("a note with a mention is read by the colleague and never by the customer", async (stage) => {
  const { desk, customer, shop } = await talk(stage, ["Ana Keller", "Ben Weber"]);
  const ben = await colleagueHere(stage, desk, shop.agents[1]);
  await desk.page.keyboard.press("n");
  const note = desk.page.getByLabel("Private note", { exact: true });
  await eventually("the cursor is in the note", () => note.evaluate((field) => field === document.activeElement));
  await desk.page.keyboard.type("Is the museum **ours**, @Be");
  await desk.page.getByRole("option", { name: /Ben Weber/ }).waitFor();
  await desk.page.keyboard.press("Enter");
  await desk.page.keyboard.type("?");
  await desk.page.keyboard.press("Enter");
  for (const each of [desk, ben]) {
    const card = each.conversation.getByRole("article", { name: /^Private note by / });
    assert.match(await card.innerText(), /Is the museum ours, @Ben Weber\s?\?/);
    await card.locator("strong").getByText("@Ben Weber").waitFor();
  }
  await desk.page.getByRole("button", { name: "Reply", exact: true }).click();
  await desk.replies("It is not ours.");
  await customer.hasHeard("One moment.", "It is not ours.");
  await desk.page.reload();
  await desk.conversation.getByRole("article", { name: "Private note by You" }).waitFor();
});

story("a canned reply is found by its short name and filled in", async (stage) => {
  const { desk, customer, agent } = await talk(stage);
  const text = "Good day {customer}, this is {agent}.";
  await agent.post(`/apps/${agent.app}/canned_replies`, { shortcut: "greet", text });
  await agent.post(`/apps/${agent.app}/canned_replies`, { shortcut: "bye", text: "Goodbye!" });
  await desk.reply.pressSequentially("/gre");
  await desk.page.getByRole("option", { name: /\/greet/ }).waitFor();
  await desk.reply.press("Enter");
  const written = await desk.reply.inputValue();
  assert.match(written, /^Good day .+, this is Ana Keller\.\s?$/);
  await desk.reply.press("ControlOrMeta+Enter");
  await customer.hears(/this is Ana Keller/);
});

story("files go to the customer and come from them, and are opened on both sides", async (stage) => {
  const { desk, customer } = await talk(stage);
  const [png, pdf] = [file("plan.png", "image/png", Buffer.from(PICTURE, "base64")), file("bill.pdf", "application/pdf", Buffer.from("%PDF-1.4 a bill"))];
  await desk.conversation.locator("input[type=file]").setInputFiles([png, pdf, file("film.mov", "video/quicktime", Buffer.alloc(10_500_000))]);
  await desk.conversation.getByText(/“film.mov” is .+ A file may have at most/).waitFor();
  await desk.conversation.getByRole("button", { name: "Remove film.mov" }).click();
  const tray = desk.conversation.getByRole("list", { name: "Files to send" });
  await becomes(() => tray.getByRole("progressbar").count(), 0);
  await desk.replies("Here they are.");

  await desk.conversation.getByRole("button", { name: "Look at plan.png" }).click();
  const large = desk.page.getByRole("dialog", { name: "plan.png" }).getByRole("img");
  await becomes(() => large.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth), 10);
  await desk.page.keyboard.press("Escape");
  assert.equal(await saved(desk, "bill.pdf"), "%PDF-1.4 a bill");
  await customer.log.locator("img[alt='plan.png']").waitFor();
  await customer.log.getByText("bill.pdf").waitFor();

  await customer.chat.locator("input[type=file]").setInputFiles([file("tent.txt", "text/plain", Buffer.from("torn"))]);
  await customer.says("This is what I have.");
  await desk.conversation.getByRole("link", { name: /tent\.txt/ }).waitFor();
  assert.equal(await saved(desk, "tent.txt"), "torn");
});

story("a reply can be taken back for some seconds, and is not lost when its writer goes elsewhere", async (stage) => {
  const { desk, customer } = await talk(stage);
  await desk.reply.fill("It is open.");
  await desk.reply.press("Enter");
  await desk.conversation.getByText("Sending…").waitFor();
  await desk.conversation.getByRole("button", { name: "Undo" }).click();
  await becomes(() => desk.reply.inputValue(), "It is open.");

  await desk.reply.fill("It is shut.");
  await desk.reply.press("Enter");
  await desk.conversation.getByText("Sending…").waitFor();
  await desk.reply.press("ControlOrMeta+z");
  await becomes(() => desk.reply.inputValue(), "It is shut.");

  // Nobody takes it back: it goes out by itself.
  await desk.reply.press("Enter");
  await eventually("the customer hears it", async () => (await customer.heard()).includes("It is shut."), SENT_WITHIN_MS);

  // The page is closed meanwhile: it goes out all the same, and once.
  await desk.reply.fill("Until Tuesday.");
  await desk.reply.press("Enter");
  await desk.conversation.getByText("Sending…").waitFor();
  await desk.page.goto("about:blank");
  await customer.hasHeard("One moment.", "It is shut.", "Until Tuesday.");
  await desk.page.goBack();
  await desk.conversation.getByText("Until Tuesday.").waitFor();
  await customer.hasHeard("One moment.", "It is shut.", "Until Tuesday.");

  // What the agent does next never overtakes what they said before.
  await desk.reply.fill("Goodbye!");
  await desk.reply.press("Enter");
  await desk.resolves("Solved");
  await customer.hasHeard("One moment.", "It is shut.", "Until Tuesday.", "Goodbye!");
});

story("a reply that is held becomes a draft again when somebody else takes over", async (stage) => {
  const { desk, customer, shop } = await talk(stage, ["Ana Keller", "Ben Weber"]);
  await shop.admin.patch(`/apps/${shop.app}/agents/${shop.agents[1].id}`, { supervises: true });
  const ben = await colleagueHere(stage, desk, shop.agents[1]);
  await ben.conversation.getByRole("button", { name: "Take over" }).waitFor();
  await desk.reply.fill("I was about to say this.");
  await desk.reply.press("Enter");
  await desk.conversation.getByText("Sending…").waitFor();
  await ben.conversation.getByRole("button", { name: "Take over" }).click();
  await desk.foot().filter({ hasText: "It is your draft again" }).waitFor();
  await ben.replies("Ben here.");
  await customer.hears(/Ben here/);
  assert.ok(!(await customer.heard()).includes("I was about to say this."));
  await ben.transfersTo("Ana Keller");
  await becomes(() => desk.reply.inputValue(), "I was about to say this.");
});

story("an agent sees that a colleague looks at the same conversation, and when they no longer do", async (stage) => {
  const { desk, shop } = await talk(stage, ["Ana Keller", "Ben Weber"]);
  const ben = await colleagueHere(stage, desk, shop.agents[1]);
  await desk.conversation.getByText("Ben Weber is looking at this too").waitFor();
  await ben.page.goto("/desk/all");
  await desk.conversation.getByText("Ben Weber is looking at this too").waitFor({ state: "detached" });
});

story("marks are drawn and nothing that is written runs", async (stage) => {
  const { desk, customer } = await talk(stage);
  await customer.says("**Look**: [here](https://example.com/a) [not here](javascript:document.title='owned') <img src=x onerror=\"document.title='owned'\">");
  const messages = desk.conversation.getByRole("region", { name: "Messages" });
  await messages.locator("strong").getByText("Look").waitFor();
  const links = await messages.getByRole("link").evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.getAttribute("rel")]));
  assert.deepEqual(links, [["https://example.com/a", "noopener noreferrer nofollow"]]);
  await messages.getByText("[not here](javascript:document.title='owned') <img src=x").waitFor();
  assert.equal(await messages.locator("img").count(), 0);
  assert.ok(!(await desk.page.title()).includes("owned"));
});

story("without a model the copilot drafts from the knowledge and summarises, and sends nothing", async (stage) => {
  const { desk, customer } = await talk(stage);
  await customer.says(KNOWN.question);
  await becomes(async () => (await desk.said()).at(-1), KNOWN.question);
  const copilot = desk.conversation.getByRole("group", { name: "Copilot" });
  assert.deepEqual(await copilot.getByRole("button").allInnerTexts(), ["Draft answer", "Summarise"]);
  await desk.reply.fill("Hello!");
  await copilot.getByRole("button", { name: "Draft answer" }).click();
  await eventually("the draft is in the field", async () => KNOWN.answer.test(await desk.reply.inputValue()));
  await desk.conversation.getByText(/An answer was drafted.+Delivery/).waitFor();
  await desk.conversation.getByRole("button", { name: "Undo" }).click();
  await becomes(() => desk.reply.inputValue(), "Hello!");
  await copilot.getByRole("button", { name: "Summarise" }).click();
  const note = desk.page.getByLabel("Private note", { exact: true });
  await eventually("the summary is in the note", async () => (await note.inputValue()) !== "");
  await customer.hasHeard("One moment.");
});

story("two thousand messages are read up and down without a jump, and one of them is opened by its address", async (stage) => {
  const { desk, customer, agent, dialog } = await talk(stage);
  const here = desk.page.url();
  const windows = [desk.page, customer.page];
  await Promise.all(windows.map((page) => page.goto("about:blank")));
  for (let from = 1; from <= 2_000; from += 100) {
    const lines = Array.from({ length: 100 }, (_, at) => `Line ${from + at}. ${"word ".repeat((from + at) % 40)}`);
    await Promise.all(lines.map((text) => agent.post(`/dialogs/${dialog}/messages`, { text })));
  }
  await agent.post(`/dialogs/${dialog}/messages`, { text: "That was all." });
  await desk.page.goto(here);
  const messages = desk.conversation.getByRole("region", { name: "Messages" });
  await messages.getByText("That was all.").waitFor();

  const up = await messages.evaluate(read, -1);
  await messages.getByText(UNKNOWN).waitFor();
  const down = await messages.evaluate(read, 1);
  await messages.getByText("That was all.").waitFor();
  for (const { jumped_px, rows_most } of [up, down]) {
    assert.ok(jumped_px <= 2, `it jumped by ${jumped_px} px`);
    assert.ok(rows_most < 200, `${rows_most} rows were drawn at a time`);
  }

  const { items } = await agent.get(`/dialogs/${dialog}/messages?limit=200`);
  const [first] = (await agent.get(`/dialogs/${dialog}/messages?limit=1&before=${items[0].seq - 800}`)).items;
  await desk.page.goto(`${new URL(desk.page.url()).pathname}?at=${first.seq}`);
  await messages.getByText(first.text.slice(0, 10)).first().waitFor();
  const row = messages.locator(`[data-seq="${first.seq}"]`);
  await eventually("it is before the eyes", () => row.evaluate((element) => element.getBoundingClientRect().top > 0));
  await customer.page.goBack();
  await customer.opensChat();
  await customer.says("Are you still there?");
  await desk.conversation.getByRole("button", { name: "1 new" }).click();
  await messages.getByText("Are you still there?").waitFor();
});

/** Ana has the conversation of a customer and looks at it. @param {Stage} stage @param {string[]} agents */
async function talk(stage, agents = ["Ana Keller"]) {
  const shop = await openShop(stage, { agents, handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.reply.waitFor();
  const dialog = /[0-9a-f]{24}/.exec(desk.page.url())?.[0];
  const api = stage.api.as(await tokenOf(stage.api, shop.agents[0]));
  return { desk, customer, shop, dialog, agent: Object.assign(api, { app: shop.app }) };
}

/** A colleague opens the same conversation. @param {Stage} stage @param {Desk} desk @param {import("../stage/shop.js").Agent} colleague */
async function colleagueHere(stage, desk, colleague) {
  const other = await agentAtDesk(stage, colleague);
  await other.page.goto(`/desk/all/${/[0-9a-f]{24}/.exec(desk.page.url())?.[0]}`);
  await other.conversation.waitFor();
  await other.isLive();
  return other;
}

/** @param {string} name @param {string} mimeType @param {Buffer} buffer */
function file(name, mimeType, buffer) {
  return { name, mimeType, buffer };
}

/** What is in a file that the agent saves. @param {Desk} desk @param {string} name */
async function saved(desk, name) {
  const coming = desk.page.waitForEvent("download");
  await desk.conversation.getByRole("link", { name: new RegExp(name) }).click();
  const stream = await (await coming).createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

/**
 * Scrolls to one end by small steps, and measures by how much anything before the eyes moves otherwise. In the page.
 * @param {Element} box @param {number} towards 1 for down, -1 for up
 */
async function read(box, towards) {
  const STEP_PX = 600;
  const STILL_STEPS = 30;
  const frame = () => new Promise((settle) => requestAnimationFrame(() => settle(undefined)));
  const ends = () => new Map([...box.querySelectorAll("[data-seq]")].map((row) => [row.getAttribute("data-seq"), row.getBoundingClientRect().bottom]));
  let [jumped_px, rows_most, still] = [0, 0, 0];
  while (still < STILL_STEPS) {
    const [before, from] = [ends(), box.scrollTop];
    box.scrollTop += towards * STEP_PX;
    const moved = box.scrollTop - from;
    await frame();
    await frame();
    const after = ends();
    const visible = [...before].filter(([seq, end]) => after.has(seq) && end > 0 && end < innerHeight);
    for (const [seq, end] of visible) jumped_px = Math.max(jumped_px, Math.abs((after.get(seq) ?? 0) + moved - end));
    rows_most = Math.max(rows_most, after.size);
    still = moved === 0 ? still + 1 : 0;
  }
  return { jumped_px, rows_most };
}
