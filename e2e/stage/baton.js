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

/** @param {Record<string, string>} settings as environment variables, such as BATON_PATIENCE_GRACE_MS */
export async function startBaton(settings = {}) {
  if (!existsSync(PROGRAM)) throw new Error(`There is no program at ${PROGRAM}. Build it first, or name it in BATON_BIN.`);
  const data = await mkdtemp(join(tmpdir(), "baton-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(PROGRAM, ["serve", "--listen", `127.0.0.1:${port}`, "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...strangersEnvironment(), NO_COLOR: "1", ...settings },
  });
  let log = "";
  child.stdout.on("data", (bytes) => (log += bytes));
  child.stderr.on("data", (bytes) => (log += bytes));

  // Also when the tests themselves are ended early.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);

  const stop = async () => {
    process.off("exit", end);
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      const impatience = setTimeout(end, GONE_WITHIN_MS);
      await gone;
      clearTimeout(impatience);
    }
    await rm(data, { recursive: true, force: true });
  };
  try {
    await eventually("Baton is ready", () => isReady(child, url), READY_WITHIN_MS);
  } catch (error) {
    await stop();
    throw new Error(`Baton did not start.\n${log}`, { cause: error });
  }
  return { url, log: () => log, stop };
}

/** @typedef {Awaited<ReturnType<typeof startBaton>>} Baton */

/** @param {import("node:child_process").ChildProcess} child @param {string} url */
async function isReady(child, url) {
  if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
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
