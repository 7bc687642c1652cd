// A fake model behind an OpenAI-compatible endpoint. The story decides what it answers, and when.
import { startFarEnd } from "./far-end.js";

/** @typedef {{ question: string, passages?: { text: string }[] }} Asked */
/** @typedef {{ answerable: boolean, answer?: string, passages?: number[] }} Claim */

export async function startModel() {
  /** @type {Asked[]} */
  const asked = [];
  /** @type {(asked: Asked) => Claim | Promise<Claim>} */
  let think = () => ({ answerable: false });
  const server = await startFarEnd(async ({ body }) => {
    const { messages } = JSON.parse(body);
    const question = JSON.parse(messages.at(-1).content);
    asked.push(question);
    const content = JSON.stringify(borneOut(await think(question), question));
    return { body: JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }) };
  });
  return {
    endpoint: `http://127.0.0.1:${server.port}/v1`,
    /** Everything it was asked so far. */
    asked,
    /** @param {(asked: Asked) => Claim | Promise<Claim>} how */
    thinks(how) {
      think = how;
    },
    stop: server.stop,
  };
}

/** The claim as statements, each with the whole passage for a quote. @param {Claim} claim @param {Asked} asked */
function borneOut(claim, asked) {
  const statement = (/** @type {number} */ passage) => ({
    text: claim.answer,
    passage,
    quote: asked.passages?.[passage - 1]?.text,
  });
  return { ...claim, statements: (claim.passages ?? []).map(statement) };
}

/** As it stands in the settings of an AI Agent. @param {string} endpoint */
export function modelAt(endpoint) {
  return { endpoint, name: "fake-1", temperature: 0, max_tokens: 200, timeout_ms: 20_000 };
}
