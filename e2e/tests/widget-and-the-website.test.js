// The website around the widget: what it may ask, what it hears, what it pays for, and which websites may have it at all.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite, visitor } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { weigh } from "../stage/weight.js";

const BEFORE_OPENING = 20 * 1024;
const FIRST_LOAD = 40 * 1024;

/** A website that keeps what it hears, with calls from before the widget was there. */
const LISTENING = `
  window.heard = [];
  window.Baton = window.Baton || [];
  for (const event of ["open", "close", "unread", "message", "handover", "resolved"]) {
    Baton.push(["on", event, (detail) => heard.push([event, detail])]);
  }
  window.deaf = () => heard.push(["deaf"]);
  Baton.push(["on", "open", deaf], ["off", "open", deaf], ["open"]);`;

story("a website that called before the script was there is served, and hears what happens", async (stage) => {
  const handover = { message: { default: "One moment." }, notify_assigned: false };
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await visitor(stage, stage.website.page(shop, { script: LISTENING }));
  await customer.field.waitFor();
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await customer.page.evaluate(() => /** @type {any} */ (window).Baton.close());
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.replies("It is closed on Mondays.");
  await becomes(async () => (await heardBy(customer.page)).some(([event, detail]) => event === "unread" && detail === 1), true);
  await desk.resolves("Solved");
  await becomes(async () => (await heardBy(customer.page)).at(-1)?.[0], "resolved");

  const heard = await heardBy(customer.page);
  const kinds = heard.map(([event]) => event);
  assert.equal(kinds[0], "open");
  assert.equal(kinds.includes("deaf"), false);
  assert.equal(kinds.includes("close"), true);
  assert.deepEqual(heard.find(([event, detail]) => event === "handover" && detail.state === "agent")?.[1], { state: "agent", agent: "Ana Keller" });
  const said = heard.filter(([event]) => event === "message").map(([, { from, text }]) => [from, text]);
  assert.deepEqual(said.at(-1), ["agent", "It is closed on Mondays."]);
});

story("a callback that fails is its own trouble", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.page.evaluate(() => {
    const { Baton } = /** @type {any} */ (window);
    addEventListener("error", (event) => event.preventDefault());
    Baton.on("close", () => {
      throw new Error("the website's own");
    });
    Baton.on("close", () => (document.title = "closed"));
    Baton.close();
  });
  await becomes(() => customer.page.title(), "closed");
});

story("a page pays little for the widget before it is opened, and nothing holds it up", async (stage) => {
  const shop = await openShop(stage);
  const page = await stage.windows.open("Ida");
  const paid = weigh(page, stage.baton.url);
  await page.goto(stage.website.page(shop));
  const loadedAt = await page.evaluate(() => performance.timing.loadEventStart - performance.timing.navigationStart);
  await page.getByRole("button", { name: "Open chat", exact: true }).waitFor();
  const framedAt = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/widget/"));
    return entry?.startTime ?? 0;
  });
  assert.ok(loadedAt <= framedAt + 1, "the iframe comes after the page");
  const before = await paid();
  assert.ok(before <= BEFORE_OPENING, `${before} bytes before it is opened`);
  await page.getByRole("button", { name: "Open chat", exact: true }).click();
  await page.frameLocator("baton-chat iframe").getByLabel("Message", { exact: true }).waitFor();
  const opened = await paid();
  assert.ok(opened <= FIRST_LOAD, `${opened} bytes in all`);
});

story("a website that is not named has no widget, and the one that is named has it", async (stage) => {
  const shop = await openShop(stage, { settings: { widget: { allowed_domains: [stage.website.host] } } });
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);

  stage.windows.complaints.tolerate(...refusedToFrame(stage.website.host), "net::ERR_BLOCKED_BY_RESPONSE GET /widget/");
  const foreign = await visitor(stage, stage.website.page(shop, { host: "127.0.0.1" }), "Mallory");
  const blocked = foreign.page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
  await foreign.page.reload();
  await blocked;
  await foreign.page.evaluate(() => /** @type {any} */ (window).Baton.open());
  assert.equal(await foreign.launcher.isVisible(), false);
  assert.equal(await foreign.page.locator("baton-chat iframe").isVisible(), false);
});

story("the launcher wears the colour, the corner and the words that were chosen", async (stage) => {
  const widget = { colour: "#ffd400", position: "left", launcher: "label", launcher_text: { default: "Ask us" }, theme: "dark" };
  const shop = await openShop(stage, { settings: { widget } });
  const customer = await visitor(stage, stage.website.page(shop));
  await customer.launcher.getByText("Ask us").waitFor();
  const look = await customer.launcher.evaluate((button) => {
    const { backgroundColor, color } = getComputedStyle(button);
    return { backgroundColor, color, left: button.getBoundingClientRect().left };
  });
  assert.deepEqual(look, { backgroundColor: "rgb(255, 212, 0)", color: "rgb(0, 0, 0)", left: 20 });
  await customer.launcher.click();
  await customer.field.waitFor();
  const surface = await customer.chat.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
  assert.equal(surface, "rgb(22, 24, 29)");
});

/** @param {import("playwright-core").Page} page @returns {Promise<[string, any][]>} */
function heardBy(page) {
  return page.evaluate(() => /** @type {any} */ (window).heard);
}

/** As browsers say it. @param {string} host */
function refusedToFrame(host) {
  const directive = `frame-ancestors 'self' ${host} *.${host}`;
  return [
    `Framing 'http://baton/' violates the following Content Security Policy directive: "${directive}". The request has been blocked.\n`,
    `Refused to frame 'http://baton/' because an ancestor violates the following Content Security Policy directive: "${directive}".\n`,
  ];
}
