// The company that most stories are about, set up through the public API: an admin, an app, agents, knowledge, an AI Agent.
import { eventually } from "./eventually.js";

export const ADMIN = { full_name: "Rita Adler", email: "rita@fernhill.example", password: "quiet lake 41" };
const AGENT_PASSWORD = "green canoe 7";

/** Answered from the knowledge, from the source named here. */
export const KNOWN = { question: "How long does delivery take?", answer: /three working days/, source: "Delivery" };
export const ALSO_KNOWN = { question: "Can I return a tent that I have used?", answer: /60 days/, source: "Returns" };
/** Not in the knowledge at all. */
export const UNKNOWN = "Is the harbour museum open on Mondays?";

const SOURCES = [
  {
    kind: "qa",
    title: "Delivery",
    question: "How long does delivery take?",
    answer: "Delivery takes three working days within the country. Boats are brought by our own van and take a week.",
  },
  {
    kind: "qa",
    title: "Returns",
    question: "Can I return a tent that I have used?",
    answer: "Yes. You can return tents within 60 days, also when you have slept in them. Please dry them first.",
  },
  {
    kind: "markdown",
    title: "Repairs",
    text: "# Repairs\n\n## What a repair costs\n\nA broken tent pole costs 15 euros. A new zip costs 40 euros.\n\n## How to send a tent in\n\nPack the tent dry and send it to the workshop. Repairs begin within a week.\n",
  },
];

/**
 * @typedef {{ id: number, full_name: string, email: string, password: string }} Agent
 * @typedef {{ app: number, assistant: string, admin: import("./api.js").Api, agents: Agent[] }} Shop
 */

/** Who comes before everything else. @param {import("./stage.js").Stage} stage */
export async function withAdmin({ api }) {
  await api.post("/setup", ADMIN);
  return api.as(await tokenOf(api, ADMIN));
}

/**
 * @param {import("./stage.js").Stage} stage
 * @param {{ agents?: string[], handover?: object, settings?: object, sources?: object[] }} wishes
 *   `handover`: what differs from the defaults of human handover, which is on; `settings`: of anything else
 * @returns {Promise<Shop>}
 */
export async function openShop(stage, { agents: names = [], handover = {}, settings = {}, sources = SOURCES } = {}) {
  const admin = await withAdmin(stage);
  const { app } = await admin.post("/apps", { name: "Fernhill Outdoor" });
  const agents = await Promise.all(names.map((name) => hire(admin, app.id, name)));
  const assistant = await admin.post(`/apps/${app.id}/assistants`, { name: "Nova" });
  const shop = { app: app.id, assistant: assistant.id, admin, agents };
  await teach(shop, sources);
  await arrange(shop, (current) => {
    Object.assign(current, settings);
    current.unanswered.action = "human_handover";
    Object.assign(current.unanswered.handover, { agents: agents.map(({ id }) => id) }, handover);
  });
  return shop;
}

/** Changes the AI Agent's settings. @param {Shop} shop @param {(settings: any) => void} change */
export async function arrange({ admin, app, assistant }, change) {
  const path = `/apps/${app}/assistants/${assistant}`;
  const { settings, version } = await admin.get(path);
  change(settings);
  return admin.put(path, { settings, version });
}

/** @param {import("./api.js").Api} admin @param {number} app @param {string} full_name @returns {Promise<Agent>} */
async function hire(admin, app, full_name) {
  const email = `${full_name.toLowerCase().replaceAll(" ", ".")}@fernhill.example`;
  const { agent } = await admin.post(`/apps/${app}/agents`, { full_name, email, password: AGENT_PASSWORD });
  return { id: agent.id, full_name, email, password: AGENT_PASSWORD };
}

/** @param {Pick<Shop, "admin" | "app">} shop @param {object[]} sources */
async function teach({ admin, app }, sources) {
  for (const source of sources) await admin.post(`/apps/${app}/sources`, source);
  await eventually("the knowledge is ready", async () => {
    const { items } = await admin.get(`/apps/${app}/sources`);
    return items.every((/** @type {{ state: string }} */ { state }) => state === "ready");
  });
}

/** @param {import("./api.js").Api} api @param {{ email: string, password: string }} account @returns {Promise<string>} */
export async function tokenOf(api, { email, password }) {
  const { token } = await api.post("/sessions", { email, password, bearer: true });
  return token;
}
