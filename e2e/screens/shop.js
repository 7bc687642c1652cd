// What the demo does not bring and the pictures want: a few more customers, a team, labels, replies, an invitation.
import { becomes } from "../stage/eventually.js";
import { Api } from "../stage/api.js";

const PASSWORD = "fjell-and-fjord";
export const ADMIN = { email: "admin@fjell.example", password: PASSWORD };
export const ANA = { email: "ana@fjell.example", password: PASSWORD };
export const BEN = { email: "ben@fjell.example", password: PASSWORD };

export const ARABIC = { question: "كم تستغرق مدة التوصيل إلى أوسلو؟", answer: "يستغرق التوصيل إلى أوسلو من يومين إلى ثلاثة أيام عمل." };

/** @param {string} server */
export async function furnish(server) {
  const nobody = new Api(server);
  const admin = nobody.as(await tokenOf(nobody, ADMIN));
  const app = (await admin.get("/apps")).items[0].id;
  const [assistant] = (await admin.get(`/apps/${app}/assistants`)).items;
  await teachArabic({ admin, app, assistant: assistant.id });
  return { nobody, admin, app, assistant: assistant.id, ...(await staff({ admin, app })) };
}

/** @typedef {Awaited<ReturnType<typeof furnish>>} Shop */

/** @param {Api} api @param {{ email: string, password: string }} account @returns {Promise<string>} */
async function tokenOf(api, { email, password }) {
  return (await api.post("/sessions", { email, password, bearer: true })).token;
}

/** @param {{ admin: Api, app: number }} shop */
async function staff({ admin, app }) {
  const agents = (await admin.get(`/apps/${app}/agents`)).items;
  const idOf = (/** @type {string} */ email) => agents.find((/** @type {{ email: string }} */ agent) => agent.email === email).id;
  const [ana, ben] = [idOf(ANA.email), idOf(BEN.email)];
  await admin.patch(`/apps/${app}/agents/${ana}`, { supervises: true });
  await admin.post(`/apps/${app}/teams`, { name: "Orders and returns", agents: [ana, ben] });
  await admin.post(`/apps/${app}/teams`, { name: "Repair workshop", agents: [ben] });
  await admin.post(`/apps/${app}/invitations`, { email: "cleo@fjell.example", full_name: "Cleo Marin", role: "agent" });
  await admin.post(`/apps/${app}/labels`, { name: "Shipping abroad", colour: "blue" });
  const workshop = await admin.post(`/apps/${app}/labels`, { name: "Workshop", colour: "orange" });
  return { ana, workshop: workshop.id };
}

/** @param {{ admin: Api, app: number, assistant: string }} shop */
async function teachArabic({ admin, app, assistant }) {
  await admin.post(`/apps/${app}/sources`, { kind: "qa", title: "التوصيل", ...ARABIC });
  const path = `/apps/${app}/assistants/${assistant}`;
  const { settings, version } = await admin.get(path);
  settings.welcome.text.ar = "مرحبًا! اسألني عن أي شيء في متجرنا، أو اطلب التحدث إلى شخص في أي وقت.";
  await admin.put(path, { settings, version });
}

/** Somebody asks through the API and hears something. @param {Shop} shop @param {string} full_name @param {string} question */
export async function asks({ nobody, admin, app, assistant }, full_name, question) {
  const email = `${full_name.toLowerCase().replaceAll(" ", ".")}@mail.example`;
  const { id } = await admin.post(`/apps/${app}/users`, { full_name, email });
  const customer = nobody.as((await admin.post(`/apps/${app}/users/${id}/tokens`)).token);
  const dialog = await customer.post("/dialogs", { type: 2, assistant });
  await customer.post(`/dialogs/${dialog.id}/messages`, { text: question });
  await becomes(async () => (await customer.get(`/dialogs/${dialog.id}/messages`)).items.at(-1).sender.kind, "assistant");
}
