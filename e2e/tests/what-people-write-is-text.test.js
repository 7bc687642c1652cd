// What comes from people and documents is shown as it was written, and never runs.
import assert from "node:assert/strict";
import { agentAtDesk } from "../people/agent.js";
import { adminAt } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

const EVIL = `<img src=x onerror="document.title='owned'"> {{7*7}}`;
const QUESTION = "What does the blue hammock weigh?";

story("markup in messages, names and knowledge is shown as text on every screen", async (stage) => {
  const sources = [{ kind: "qa", title: `Hammocks ${EVIL}`, question: QUESTION, answer: `It weighs 400 grams. ${EVIL}` }];
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: { agents: [] }, settings: { name: `Nova ${EVIL}` }, sources });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(QUESTION);
  const answer = await customer.hears(/400 grams/);
  assert.ok((await answer.innerText()).includes(EVIL));
  await customer.says(EVIL);
  await customer.hears(/Nobody is available/);
  await desk.opens(EVIL);
  await desk.conversation.getByText(EVIL).last().waitFor();

  const page = await adminAt(stage, `/apps/${shop.app}/knowledge`);
  await page.getByRole("button", { name: `Hammocks ${EVIL}`, exact: true }).click();
  await page.getByRole("dialog").getByText("It weighs 400 grams.").waitFor();
  for (const window of stage.windows.all()) {
    const titles = await Promise.all(window.page.frames().map((frame) => frame.title()));
    assert.ok(!titles.includes("owned"), `${window.name} ran it`);
  }
});
