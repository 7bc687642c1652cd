// What stands around one story: the real program, the company's website, a model, a webhook receiver, and windows.
import { Api } from "./api.js";
import { startBaton } from "./baton.js";
import { startModel } from "./model.js";
import { startReceiver } from "./receiver.js";
import { startWebsite } from "./website.js";
import { Windows } from "./windows.js";

/** @param {Record<string, string>} settings of the program */
export async function openStage(settings = {}) {
  const baton = await startBaton(settings);
  const [website, model, receiver] = await Promise.all([startWebsite(baton.url), startModel(), startReceiver()]);
  const windows = new Windows(baton.url);
  return {
    baton,
    website,
    model,
    receiver,
    windows,
    api: new Api(baton.url),
    /** Nothing may have gone wrong unseen: neither in a browser nor in the server. */
    check() {
      windows.complaints.check();
      const errors = baton.log().split("\n").filter((line) => /\b(ERROR|panicked)\b/.test(line));
      if (errors.length > 0) throw new Error(`The server logged errors:\n  ${errors.join("\n  ")}`);
    },
    async close() {
      await windows.close();
      await Promise.all([website.stop(), model.stop(), receiver.stop(), baton.stop()]);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */
