// How sure the AI Agent must be: chosen on the curve of the app's own knowledge, explained, and taught by customers.
import assert from "node:assert/strict";
import { adminAt, dialog } from "../people/admin.js";
import { customerOnWebsite } from "../people/customer.js";
import { becomes } from "../stage/eventually.js";
import { KNOWN, openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

const THINGS = ["kayak", "canoe", "tent", "stove", "compass", "lantern", "backpack", "hammock", "paddle", "raft", "anchor", "rope", "whistle", "kettle"];
const HELD = ["wood", "steel", "canvas", "brass", "copper", "cotton", "ash", "linen", "spruce", "rubber", "iron", "hemp", "tin", "enamel"];

story("an admin chooses how much may be wrong on the curve of their own knowledge", async (stage) => {
  const sources = THINGS.map((thing, at) => ({
    kind: "qa",
    question: `Which material is the ${thing} from the workshop made of?`,
    answer: `The ${thing} is made of ${HELD[at]}.`,
  }));
  const shop = await openShop(stage, { sources });
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const confidence = page.getByRole("region", { name: "Confidence" });
  await confidence.getByRole("img", { name: "How much is answered, and how much of it is wrong" }).waitFor();
  const slider = confidence.getByRole("slider", { name: "Confidence to answer" });
  await slider.fill("0.9");
  await confidence.getByRole("button", { name: /^At most/, disabled: false }).last().click();
  const chosen = await slider.inputValue();
  assert.notEqual(chosen, "0.9");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
  await page.reload();
  await becomes(() => slider.inputValue(), chosen);
});

story("every decision in the playground is explained: the probability, what counted, and its evidence", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/assistants/${shop.assistant}`);
  const playground = page.getByRole("region", { name: "Try it" });
  await playground.getByLabel("Question").fill(KNOWN.question);
  await playground.getByRole("button", { name: "Ask" }).click();
  await playground.getByText("Answers", { exact: true }).waitFor();
  await playground.getByRole("meter", { name: "Probability that this can be answered" }).first().waitFor();
  const counted = playground.getByRole("list", { name: "What counted" }).first().getByRole("listitem");
  assert.ok((await counted.count()) > 2, "signals are listed");

  const why = playground.getByRole("region", { name: "Why" });
  await playground.getByLabel("Question").fill(UNKNOWN);
  await playground.getByRole("button", { name: "Ask" }).click();
  await why.getByText(UNKNOWN).waitFor();
  await playground.getByRole("button", { name: "Why" }).first().click();
  await why.getByText(KNOWN.question).first().waitFor();
});

story("what customers make of answers is kept, and may be thought over", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(KNOWN.question);
  await customer.hears(KNOWN.answer);
  const rating = customer.chat.getByRole("group", { name: /help/i }).last();
  await rating.getByRole("button").first().click();
  await becomes(() => rating.getByRole("button").first().getAttribute("aria-pressed"), "true");
  await rating.getByRole("button").last().click();
  await becomes(() => rating.getByRole("button").last().getAttribute("aria-pressed"), "true");
  await customer.page.reload();
  await customer.opensChat();
  await becomes(() => rating.getByRole("button").last().getAttribute("aria-pressed"), "true");
});

story("an answered question that gets worse is reported; one that is nonsense is dismissed", async (stage) => {
  const shop = await openShop(stage);
  const customer = await customerOnWebsite(stage, shop);
  await customer.says(UNKNOWN);
  await customer.hears(/available/);
  const page = await adminAt(stage, `/apps/${shop.app}/unanswered`);
  const questions = page.getByRole("list", { name: "Questions" }).getByRole("listitem");
  await questions.filter({ hasText: UNKNOWN }).getByRole("button", { name: "Wordings" }).click();
  await dialog(page, UNKNOWN).getByRole("table", { name: "Wordings" }).getByText(UNKNOWN).waitFor();
  await dialog(page, UNKNOWN).getByRole("button", { name: "Done" }).click();
  await questions.getByRole("button", { name: "Answer" }).click();
  await questions.getByLabel("Answer").fill("The harbour museum is closed on Mondays.");
  await questions.getByRole("button", { name: "Add to knowledge" }).click();
  await page.getByText("Asked again: it is answered now").waitFor();

  const { items } = await shop.admin.get(`/apps/${shop.app}/sources`);
  const taught = items.find((/** @type {{ title: string }} */ { title }) => title.includes("harbour museum"));
  await shop.admin.delete(`/apps/${shop.app}/sources/${taught.id}`);
  await page.reload();
  const worse = page.getByRole("region", { name: "What got worse" });
  await worse.getByText("1 question got worse").waitFor();
  await worse.getByText(UNKNOWN).waitFor();

  const other = await customerOnWebsite(stage, shop, "Jon");
  await other.says("Which colour has the wind tonight?");
  await other.hears(/available/);
  await page.reload();
  const nonsense = questions.filter({ hasText: "Which colour" });
  await nonsense.getByRole("button", { name: "Dismiss" }).click();
  await nonsense.waitFor({ state: "detached" });
});
