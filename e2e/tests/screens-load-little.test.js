// How much comes before somebody can work. Budgets, in bytes.
import assert from "node:assert/strict";
import { signIn } from "../people/sign-in.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";
import { weigh } from "../stage/weight.js";

const DESK = 250 * 1024;

story("an agent who comes to the desk for the first time loads little", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"] });
  const page = await stage.windows.open("Ana Keller");
  const paid = weigh(page, stage.baton.url);
  await signIn(page, shop.agents[0]);
  await page.goto("/desk");
  await page.getByText("Live", { exact: true }).waitFor();
  const bytes = await paid();
  assert.ok(bytes <= DESK, `${bytes} bytes`);
});
