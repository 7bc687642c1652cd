// The power fails in the middle of a conversation. Everything goes on by itself once the server is back.
import { agentAtDesk } from "../people/agent.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const HANDOVER = { message: { default: "One moment." } };

story("what both sides write while the server is down arrives once when it is back", async (stage) => {
  const { baton } = stage;
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: HANDOVER });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.looksAt("Mine");
  await desk.opens(UNKNOWN);
  await desk.replies("I am looking it up.");
  await customer.hears(/looking it up/);

  toleratesTheCrash(stage);
  await baton.crash();
  await desk.page.getByText("Reconnecting…").waitFor();
  await desk.replies("It is closed on Mondays.");
  await customer.says("Are you still there?");
  await customer.chat.getByText("Sending…").waitFor();
  await baton.start();

  await desk.isLive();
  const before = [UNKNOWN, "One moment.", "I am looking it up."];
  const after = ["Are you still there?", "It is closed on Mondays."];
  const inEitherOrder = async (/** @type {string[]} */ read) => [...read.slice(1, 4), ...read.slice(4).sort()];
  await becomes(async () => inEitherOrder(await customer.read()), [...before, ...after]);
  await becomes(async () => inEitherOrder(await desk.said()), [...before, ...after]);
  await customer.isAnsweredBy("Ana Keller", false);
  await desk.replies("Open again on Tuesday.");
  await customer.hears(/Tuesday/);
});

/** @param {import("../stage/stage.js").Stage} stage */
function toleratesTheCrash({ windows }) {
  for (const reason of ["net::ERR_CONNECTION_REFUSED", "net::ERR_CONNECTION_RESET", "net::ERR_EMPTY_RESPONSE"]) {
    windows.complaints.tolerate(
      `${reason} POST /api/v1/dialogs/:id/messages`,
      `${reason} GET /api/v1/dialogs/:id/messages`,
      `${reason} GET /api/v1/dialogs`,
      `${reason} GET /api/v1/dialogs/:id`,
      `${reason} GET /api/v1/setup`,
      `${reason} GET /api/v1/apps/:id/dialogs`,
      `${reason} GET /api/v1/apps/:id/dialogs/counts`,
      `WebSocket connection to 'ws://baton/api/v1/live' failed: Error in connection establishment: ${reason}`,
    );
  }
}
