// One conversation from the first word to the rating, seen by the customer and by the agent.
import { Customer } from "../people/customer.js";
import { Desk } from "../people/agent.js";
import { signIn } from "../people/sign-in.js";
import { PHONE } from "./camera.js";
import { ANA, ARABIC, asks } from "./shop.js";

const KNOWN = "How long do I have to return something?";
const WANTED = "Could you sew my climbing club's badge onto twelve jackets?";
const REPLY = "Hello Mira! Gladly: the workshop sews badges on for €6 a jacket, and twelve take about a week. Shall I send you a quote?";

/** @typedef {{ camera: import("./camera.js").Camera, demo: Awaited<ReturnType<typeof import("../stage/baton.js").startDemo>>, shop: import("./shop.js").Shop }} Set */

/** @param {Set} set */
export async function atTheShop(set) {
  const { camera, shop } = set;
  const desk = await ana(set);
  await asks(shop, "Noor Haddad", "Is the harbour museum open on Mondays?");
  await asks(shop, "Tomas Ek", "How much does express shipping cost?");
  const mira = await welcomed(set);
  await mira.says(KNOWN);
  await mira.hears(/days/);
  await camera.take(mira.page, "widget-answer");
  await mira.says(WANTED);
  await mira.hears(/./);
  await camera.take(mira.page, "widget-waiting");
  await atTheDesk(set, desk, mira);
  await inArabic(set);
}

/** Away at first, so that there is a queue to look at. @param {Set} set */
async function ana({ camera, demo, shop }) {
  const page = await camera.window({ baseURL: demo.url });
  await signIn(page, ANA);
  await page.context().request.put("/api/v1/me/presence", { data: { away: true, reason: "Lunch" }, headers: { "x-baton-csrf": "1" } });
  void shop;
  return new Desk(page);
}

/** @param {Set} set */
async function welcomed({ camera, demo }) {
  const wide = new Customer(await camera.window());
  await wide.page.goto(demo.shop);
  await wide.opensChat();
  await camera.take(wide.page, "widget-welcome");
  await wide.page.context().close();
  const narrow = new Customer(await camera.window({ viewport: PHONE }));
  await narrow.page.goto(demo.shop);
  await narrow.opensChat();
  return narrow;
}

/** @param {Set} set @param {Desk} desk @param {Customer} mira */
async function atTheDesk({ camera }, desk, mira) {
  const { page } = desk;
  await page.goto("/desk/queue");
  await desk.isLive();
  await camera.take(page, "desk-queue");
}

/** @param {Set} set */
async function inArabic({ camera, demo }) {
  const amal = new Customer(await camera.window({ viewport: PHONE, locale: "ar" }));
  await amal.page.goto(demo.shop);
  await amal.launcher.click();
  await amal.chat.getByLabel("رسالة", { exact: true }).fill(ARABIC.question);
  await amal.chat.getByRole("button", { name: "إرسال", exact: true }).click();
  await amal.hears(/أوسلو/);
  await camera.take(amal.page, "widget-arabic");
}
