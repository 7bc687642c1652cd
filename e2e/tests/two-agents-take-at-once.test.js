// A race between two people for one conversation.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes, eventually } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("two agents take the same conversation at once: one has it, the other is told who", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller", "Ben Ochoa"], handover: { agents: [] } });
  stage.windows.complaints.tolerate("409 PUT /api/v1/dialogs/:id/claim");
  const desks = await Promise.all(shop.agents.map((agent) => agentAtDesk(stage, agent)));
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  for (const desk of desks) await desk.opens(UNKNOWN);

  await startTogether(desks.map(({ page }) => page));
  // Found first and then pressed in the same moment: the button goes as soon as somebody has it.
  const buttons = await Promise.all(desks.map((desk) => desk.button("Take").elementHandle()));
  await Promise.all(buttons.map((button) => button?.evaluate((element) => /** @type {HTMLElement} */ (element).click())));

  const winner = await eventually("somebody has it", async () => {
    const has = await Promise.all(desks.map((desk) => desk.reply.isVisible()));
    return has.includes(true) ? has.indexOf(true) : null;
  });
  const loser = 1 - winner;
  const name = shop.agents[winner].full_name;
  await becomes(() => desks[loser].foot().innerText(), `${name} has taken this conversation.`);
  assert.equal(await desks[loser].reply.isVisible(), false);
  await customer.isAnsweredBy(name, false);
  await desks[winner].replies("I am looking it up.");
  await becomes(async () => (await desks[loser].said()).at(-1), "I am looking it up.");
});

/** Holds each window's claim back until all have sent theirs. @param {import("playwright-core").Page[]} pages */
async function startTogether(pages) {
  let missing = pages.length;
  /** @type {() => void} */
  let start = () => undefined;
  const started = new Promise((/** @type {(value: void) => void} */ settle) => (start = settle));
  for (const page of pages) {
    await page.route("**/claim", async (route) => {
      missing -= 1;
      if (missing === 0) start();
      await started;
      await route.continue();
    });
  }
}
