// Everything a browser complains about while a story is told: errors on its console, exceptions, failed requests.
// What is expected is tolerated by its exact words, never by a pattern.

/** How the screens learn that nobody is signed in; a page that is left drops the requests it still had. */
const ALWAYS_TOLERATED = ["401 GET /api/v1/sessions/current"];
const DROPPED_BY_THE_PAGE = "net::ERR_ABORTED";
/** The browser's own echo of a failed request, which is heard below with its method and path. */
const ECHO = "Failed to load resource: ";

export class Complaints {
  /** @type {string[]} */
  #heard = [];
  #tolerated = new Set(ALWAYS_TOLERATED);

  /** @param {string} name @param {import("playwright-core").BrowserContext} context */
  listen(name, context) {
    /** @param {string} complaint */
    const hear = (complaint) => {
      if (!this.#tolerated.has(complaint)) this.#heard.push(`${name}: ${complaint}`);
    };
    context.on("weberror", (error) => hear(`uncaught ${inFull(error.error())}`));
    context.on("console", (message) => {
      if (message.type() !== "error" || message.text().startsWith(ECHO)) return;
      hear(withoutPort(message.text()));
    });
    context.on("response", (response) => {
      if (response.status() >= 400) hear(`${response.status()} ${inWords(response.request())}`);
    });
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "failed";
      if (reason !== DROPPED_BY_THE_PAGE) hear(`${reason} ${inWords(request)}`);
    });
  }

  /** From now on; ids in a path are written `:id`, and names of assets without their hash. @param {string[]} complaints */
  tolerate(...complaints) {
    for (const complaint of complaints) this.#tolerated.add(complaint);
  }

  check() {
    if (this.#heard.length > 0) throw new Error(`The browsers complained:\n  ${this.#heard.join("\n  ")}`);
  }
}

/** @param {import("playwright-core").Request} request */
function inWords(request) {
  const { pathname } = new URL(request.url());
  return `${request.method()} ${pathname.replace(/\/([0-9a-f]{24}|\d+)(?=\/|$)/g, "/:id").replace(/-[\w-]{8}(?=\.\w+$)/, "")}`;
}

/** What is thrown by the browser itself comes without a stack. @param {Error} error */
function inFull({ name, message, stack }) {
  return stack || `${name}: ${message}`;
}

/** @param {string} text */
function withoutPort(text) {
  return text.replace(/:\/\/127\.0\.0\.1:\d+/g, "://baton");
}
