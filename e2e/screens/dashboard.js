// Every page of the Dashboard, once something has happened at the shop.
import { signIn } from "../people/sign-in.js";
import { ADMIN } from "./shop.js";

const HOOK = { url: "https://orders.fjell.example/hooks/baton", events: ["handover", "rating"] };

/** @param {import("./visit.js").Set} set */
export async function atTheDashboard({ camera, demo, shop }) {
  await shop.admin.post(`/apps/${shop.app}/webhooks`, HOOK);
  const page = await camera.window({ baseURL: demo.url });
  await signIn(page, ADMIN);
  const app = `/apps/${shop.app}`;
  /** @type {[name: string, path: string, ready: string][]} */
  const places = [
    ["overview", `${app}/overview`, "Needs attention"],
    ["ai-agent", `${app}/assistants/${shop.assistant}`, "Ben Okoye"],
    ["knowledge", `${app}/knowledge`, "Warranty"],
    ["unanswered", `${app}/unanswered`, "Do you ship to Australia?"],
    ["agents", `${app}/agents`, "ben@fjell.example"],
    ["teams", `${app}/agents/teams`, "Repair workshop"],
    ["widget-page", `${app}/widget/${shop.assistant}`, "Fjell Guide"],
    ["reports", `${app}/reports?days=1`, "By agent"],
    ["integrations", `${app}/integrations`, HOOK.url],
    ["audit-log", `${app}/audit`, "AI Agent saved"],
    ["app-settings", `${app}/settings`, "Authorization secret"],
  ];
  for (const [name, path, ready] of places) {
    await page.goto(path);
    await page.getByText(ready).first().waitFor();
    await camera.take(page, name);
  }
  await tries(page, `${app}/assistants/${shop.assistant}`);
  await camera.take(page, "playground");
}

/** @param {import("playwright-core").Page} page @param {string} assistant */
async function tries(page, assistant) {
  await page.goto(assistant);
  const playground = page.getByRole("region", { name: "Try it" });
  await playground.getByLabel("Question").fill("How much does express shipping cost?");
  await playground.getByRole("button", { name: "Ask" }).click();
  await playground.getByText("Answers", { exact: true }).waitFor();
  await playground.getByRole("heading", { name: "Try it" }).evaluate((heading) => heading.scrollIntoView({ block: "start" }));
}
