// One conversation from the first word to the rating, seen by the customer and by the agent.
import { Customer } from "../people/customer.js";
import { PHONE } from "./camera.js";
import { anaAtDesk, benAtDesk, inTheTeam, lookUp, quiet } from "./desk.js";
import { ARABIC, asks } from "./shop.js";

const MIRA = { name: "Mira Solheim", email: "mira.solheim@mail.example" };
const KNOWN = "How long do I have to return something?";
const WANTED = "Could you sew our climbing club's badge onto twelve jackets?";
const REPLY = "Hello Mira! Gladly: the workshop sews badges on, and twelve jackets take about a week. Shall I send you a quote?";

/** @typedef {{ camera: import("./camera.js").Camera, demo: Awaited<ReturnType<typeof import("../stage/baton.js").startDemo>>, shop: import("./shop.js").Shop }} Set */

/** @param {Set} set */
export async function atTheShop(set) {
  const { camera, shop } = set;
  const desk = await anaAtDesk(set);
  await asks(shop, "Noor Haddad", "Do you have a parking lot for buses?");
  await asks(shop, "Tomas Ek", "How much does express shipping cost?");
  const mira = await comesIn(set);
  await camera.take(mira.page, "widget-welcome");
  await mira.says(KNOWN);
  await mira.hears(/60 days/);
  await camera.take(mira.page, "widget-answer", { viewport: PHONE });
  await mira.says(WANTED);
  await mira.hears(/available/);
  await camera.take(mira.page, "widget-waiting", { viewport: PHONE });

  await desk.page.goto("/desk/queue");
  await desk.isLive();
  await desk.rows(MIRA.name).waitFor();
  await camera.take(desk.page, "desk-queue");
  await camera.take(desk.page, "phone-desk-queue", { viewport: PHONE });
  await desk.becomes("Online");
  await mira.isAnsweredBy("Ana Lind", false);
  const ben = await benAtDesk(set);
  await desk.looksAt("Mine");
  await desk.opens(MIRA.name);
  await ben.notes(desk.page.url(), "The workshop has room next week, @Ana Lind. From ten pieces they get 12% off.");
  await desk.replies(REPLY);
  await mira.hears(/Gladly/);
  await mira.says("Yes please! They are all Regn jackets.");
  await desk.conversation.getByText("They are all Regn jackets.").first().waitFor();
  await quiet(desk.page);
  await camera.take(desk.page, "desk-conversation");
  await camera.take(desk.page, "phone-desk-conversation", { viewport: PHONE });
  await camera.take(mira.page, "widget-person");
  await asks(shop, "Lea Fontaine", "Which of your tents fits on a motorbike?");
  await lookUp(set, desk);
  await inTheTeam(set, desk);

  await desk.looksAt("Mine");
  await desk.opens(MIRA.name);
  await desk.resolves("Solved");
  const survey = mira.chat.getByRole("group", { name: "How was your conversation with Ana Lind?" });
  await survey.getByRole("button", { name: "Very good", exact: true }).click();
  await survey.getByLabel(/say more/).fill("Quick and kind.");
  await camera.take(mira.page, "widget-rating", { viewport: PHONE, colorScheme: "dark" });
  await survey.getByRole("button", { name: "Send comment" }).click();
  await survey.getByText("Thank you for your rating.").first().waitFor();
  await inArabic(set);
}

/** Somebody whose name the shop knows. @param {Set} set */
async function comesIn({ camera, demo }) {
  const page = await camera.window();
  await page.addInitScript((who) => {
    /** @type {any} */ (window).Baton = [["identify", null, who]];
  }, MIRA);
  await page.goto(demo.shop);
  const mira = new Customer(page);
  await mira.opensChat();
  return mira;
}

/** @param {Set} set */
async function inArabic({ camera, demo }) {
  const amal = new Customer(await camera.window({ viewport: PHONE, locale: "ar" }));
  await amal.page.goto(demo.shop);
  await amal.launcher.click();
  await amal.chat.getByLabel("رسالة", { exact: true }).fill(ARABIC.question);
  await amal.chat.getByRole("button", { name: "إرسال", exact: true }).click();
  await amal.hears(/ثلاثة/);
  await camera.take(amal.page, "widget-arabic");
}
