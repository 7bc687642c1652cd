// The real program: on a free port, with its database in a folder of its own, ended by its process id.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { eventually } from "./eventually.js";

const PROGRAM = resolve(process.env.BATON_BIN ?? join(import.meta.dirname, "../../target/debug/baton"));
const READY_WITHIN_MS = 20_000;
const GONE_WITHIN_MS = 10_000;
/** No test fetches a model; what changes is measured at once. */
const QUIET = { BATON_MODEL_FETCH: "false", BATON_ANSWERS_LEARN_AFTER_MS: "50" };

/** @param {Record<string, string>} settings as environment variables, such as BATON_PATIENCE_GRACE_MS */
export async function startBaton(settings = {}) {
  requireProgram();
  const data = await mkdtemp(join(tmpdir(), "baton-e2e-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const url = `http://${listen}`;
  const baton = new Process(["serve", "--listen", listen, "--data", data], { ...strangersEnvironment(), ...QUIET, ...settings });

  const start = async () => {
    baton.begin();
    await eventually("Baton is ready", () => isReady(baton, url), READY_WITHIN_MS);
  };
  const stop = async () => {
    await baton.end("SIGTERM");
    await rm(data, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw new Error(`Baton did not start.\n${baton.log}`, { cause: error });
  }
  return {
    url,
    log: () => baton.log,
    /** As when the power fails. */
    crash: () => baton.end("SIGKILL"),
    /** Again, with the same data at the same address. */
    start,
    stop,
  };
}

/** @typedef {Awaited<ReturnType<typeof startBaton>>} Baton */

/** The program with its made-up shop, as `baton demo` shows it to a newcomer. */
export async function startDemo() {
  requireProgram();
  const data = await mkdtemp(join(tmpdir(), "baton-demo-"));
  const [baton, shop] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  const demo = new Process(["demo", "--listen", baton, "--shop", shop, "--data", data], { ...strangersEnvironment(), ...QUIET });
  const stop = async () => {
    await demo.end("SIGTERM");
    await rm(data, { recursive: true, force: true });
  };
  demo.begin();
  try {
    const isReady = () => {
      if (demo.isGone()) throw new Error("it has ended");
      return demo.log.includes("Baton is ready");
    };
    await eventually("the demo is ready", isReady, READY_WITHIN_MS);
  } catch (error) {
    await stop();
    throw new Error(`The demo did not start.\n${demo.log}`, { cause: error });
  }
  return { url: `http://${baton}`, shop: `http://${shop}`, stop };
}

function requireProgram() {
  if (!existsSync(PROGRAM)) throw new Error(`There is no program at ${PROGRAM}. Build it first, or name it in BATON_BIN.`);
}

class Process {
  log = "";
  /** @type {import("node:child_process").ChildProcess | null} */
  #child = null;

  /** @param {string[]} args @param {NodeJS.ProcessEnv} env */
  constructor(args, env) {
    this.args = args;
    this.env = env;
    // Also when the tests themselves are ended early.
    process.once("exit", () => this.#child?.kill("SIGKILL"));
  }

  begin() {
    const child = spawn(PROGRAM, this.args, { stdio: ["ignore", "pipe", "pipe"], env: { ...this.env, NO_COLOR: "1" } });
    child.stdout.on("data", (bytes) => (this.log += bytes));
    child.stderr.on("data", (bytes) => (this.log += bytes));
    this.#child = child;
  }

  isGone() {
    return !this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** @param {NodeJS.Signals} signal */
  async end(signal) {
    const child = this.#child;
    if (!child || this.isGone()) return;
    const gone = once(child, "exit");
    child.kill(signal);
    const impatience = setTimeout(() => child.kill("SIGKILL"), GONE_WITHIN_MS);
    await gone;
    clearTimeout(impatience);
  }
}

/** @param {Process} baton @param {string} url */
async function isReady(baton, url) {
  if (baton.isGone()) throw new Error("it has ended");
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  return answer?.ok === true;
}

/** What the developer has set for another Baton must not reach this one. */
function strangersEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("BATON_")));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((settle, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => settle(port));
    });
  });
}
