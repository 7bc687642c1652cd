// Nobody needs a mouse: neither at the desk nor in the widget.
import { agentAtDesk } from "../people/agent.js";
import { Customer } from "../people/customer.js";
import { eventually } from "../stage/eventually.js";
import { openShop, UNKNOWN } from "../stage/shop.js";
import { story } from "../stage/story.js";

story("a customer asks and an agent takes, answers and resolves without a mouse", async (stage) => {
  const shop = await openShop(stage, { agents: ["Ana Keller"], handover: { agents: [] } });
  const desk = await agentAtDesk(stage, shop.agents[0]);
  const page = await stage.windows.open("Ida");
  await page.goto(stage.website.page(shop));
  const customer = new Customer(page);
  await page.getByRole("button", { name: "Open chat", exact: true }).press("Enter");
  await customer.field.waitFor();
  await eventually("the cursor is in the message field", () => customer.field.evaluate((field) => field === document.activeElement));
  await page.keyboard.type(UNKNOWN);
  await page.keyboard.press("Enter");
  await customer.hears(/Nobody is available/);

  await desk.rows(UNKNOWN).waitFor();
  await desk.page.keyboard.press("j");
  await desk.button("Take").waitFor();
  await desk.page.keyboard.press("t");
  await desk.reply.waitFor();
  await eventually("the cursor is in the reply field", () => desk.reply.evaluate((field) => field === document.activeElement));
  await desk.page.keyboard.type("It is closed on Mondays.");
  await desk.page.keyboard.press("Enter");
  await customer.hears(/closed on Mondays/);
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("e");
  await desk.page.getByRole("dialog").waitFor();
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.press("Enter");
  await customer.chat.getByText("This conversation has ended").waitFor();

  await page.keyboard.press("Escape");
  await customer.field.waitFor({ state: "hidden" });
  const launcher = page.getByRole("button", { name: "Open chat", exact: true });
  await eventually("the launcher has the focus again", () => launcher.evaluate(hasFocus));
});

/** @param {Element} element */
function hasFocus(element) {
  return /** @type {ShadowRoot} */ (element.getRootNode()).activeElement === element;
}
