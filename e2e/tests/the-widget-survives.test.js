// A customer's connection breaks, the page is left and comes back: nothing is lost and nothing is there twice.
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const HANDOVER = { message: { default: "One moment." }, notify_assigned: false };

story("a conversation goes on after the page was left", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  const before = await customer.read();
  await customer.page.reload();
  await customer.opensChat();
  await becomes(() => customer.read(), before);
});

story("what both sides write while the network is cut arrives once, in order", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);

  const network = customer.page.context();
  toleratesTheCut(stage);
  await network.setOffline(true);
  await customer.says("Are you still there?");
  await customer.says("Hello?");
  await customer.chat.getByText("Sending…").first().waitFor();
  await desk.replies("I am looking it up.");
  await desk.replies("It is closed on Mondays.");
  await becomes(async () => (await desk.said()).at(-1), "It is closed on Mondays.");
  await network.setOffline(false);

  const all = [UNKNOWN, "One moment.", "I am looking it up.", "It is closed on Mondays.", "Are you still there?", "Hello?"];
  await becomes(async () => (await customer.read()).slice(1), all);
  await becomes(async () => (await desk.said()).slice(1), all);
});

story("a message that was stored although the browser never heard so is not sent twice", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);

  stage.windows.complaints.tolerate("net::ERR_CONNECTION_RESET POST /api/v1/dialogs/:id/messages");
  await customer.page.route("**/messages", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await customer.says("On Tuesdays?");
  await becomes(async () => (await desk.said()).at(-1), "On Tuesdays?");
  await customer.page.unroute("**/messages");
  await customer.page.reload();
  await customer.opensChat();
  await customer.says("Or on Fridays?");
  const all = [UNKNOWN, "One moment.", "On Tuesdays?", "Or on Fridays?"];
  await becomes(async () => (await customer.read()).slice(1), all);
  await becomes(async () => (await desk.said()).slice(1), all);
});

/** @param {import("../stage/stage.js").Stage} stage */
function toleratesTheCut({ windows }) {
  const gone = "net::ERR_INTERNET_DISCONNECTED";
  windows.complaints.tolerate(
    `${gone} POST /api/v1/dialogs/:id/messages`,
    `${gone} GET /api/v1/dialogs/:id/messages`,
    `${gone} GET /api/v1/dialogs/:id`,
    `WebSocket connection to 'ws://baton/api/v1/live' failed: Error in connection establishment: ${gone}`,
  );
}
