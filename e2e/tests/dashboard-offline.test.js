// The network goes away under an admin, and comes back: the page stays, nothing that was typed is lost, and it is current again by itself.
import assert from "node:assert/strict";
import { adminAt } from "../people/admin.js";
import { openShop } from "../stage/shop.js";
import { story } from "../stage/story.js";

const OFFLINE = "You're offline.";

story("what was typed without a network is still there when it is back, and is saved then", async (stage) => {
  const shop = await openShop(stage);
  const path = `/apps/${shop.app}/assistants/${shop.assistant}`;
  const page = await adminAt(stage, path);
  const name = page.getByLabel("Name", { exact: true });
  await page.frameLocator("iframe").getByRole("log").waitFor();
  await name.fill("Nora");

  toleratesTheCut(stage, "PUT /api/v1/apps/:id/assistants/:id");
  await page.context().setOffline(true);
  await page.getByText(OFFLINE).waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Not saved", { exact: true }).waitFor();
  assert.equal(await name.inputValue(), "Nora");

  await page.context().setOffline(false);
  await page.getByText(OFFLINE).waitFor({ state: "detached" });
  assert.equal((await shop.admin.get(path)).settings.name, "Nova", "nothing was done behind anybody's back");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Everything is saved/).waitFor();
  assert.equal((await shop.admin.get(path)).settings.name, "Nora");
});

story("what happened meanwhile is there when the network is, and so is a page that was opened without it", async (stage) => {
  const shop = await openShop(stage);
  const page = await adminAt(stage, `/apps/${shop.app}/knowledge`);
  const sources = page.getByRole("table", { name: "Sources" });
  await sources.waitFor();

  toleratesTheCut(stage);
  await page.context().setOffline(true);
  await page.getByText(OFFLINE).waitFor();
  await sources.waitFor();
  await shop.admin.post(`/apps/${shop.app}/sources`, { kind: "qa", question: "Do you rent out kayaks?", answer: "Yes, by the day." });
  await page.context().setOffline(false);
  await sources.getByText("Do you rent out kayaks?").waitFor();
  await page.getByText(OFFLINE).waitFor({ state: "detached" });

  await page.context().setOffline(true);
  await page.getByText(OFFLINE).waitFor();
  const later = page.getByText("This appears when the connection is back.").filter({ visible: true });
  await page.getByRole("link", { name: "Notifications" }).click();
  await later.waitFor();
  await page.getByRole("link", { name: "Reports" }).click();
  await later.waitFor();
  await page.context().setOffline(false);
  await page.getByText("Nothing to report yet").waitFor();
});

/** @param {import("../stage/stage.js").Stage} stage @param {string[]} more */
function toleratesTheCut({ windows }, ...more) {
  const parts = ["/assets/reports.js", "/assets/download.js", "/assets/csv.js"];
  const asked = ["/api/v1/setup", "/icon.svg", ...parts].map((path) => `GET ${path}`);
  windows.complaints.tolerate(...[...asked, ...more].map((one) => `net::ERR_INTERNET_DISCONNECTED ${one}`));
}
