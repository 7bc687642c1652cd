// The website of a company that uses Baton: another origin, with a strict policy of what its pages may load.
import { startFarEnd } from "./far-end.js";

const STYLE = `
  body { margin: 0; font: 17px/1.6 Georgia, serif; color: #2b2a27; background: #f6f1e7 }
  main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem }
  h1 { font-size: 2.25rem; line-height: 1.2 }
  @media (prefers-color-scheme: dark) { body { color: #e9e4d8; background: #23211d } }`;

/** @param {string} baton */
export async function startWebsite(baton) {
  const policy = `default-src 'self'; script-src 'self' ${baton}; frame-src ${baton}; style-src 'self'`;
  /** @type {string[]} */
  const scripts = [];
  const server = await startFarEnd(({ url }) => {
    const { pathname, searchParams } = new URL(url, "http://site");
    if (pathname === "/style.css") return { type: "text/css", body: STYLE };
    if (pathname === "/own.js") return { type: "text/javascript", body: scripts[Number(searchParams.get("script"))] };
    const given = (/** @type {string} */ name) => searchParams.get(name) ?? "";
    const embed = { app: given("app"), assistant: given("assistant"), script: given("script"), attributes: given("attributes") };
    return { type: "text/html; charset=utf-8", headers: { "content-security-policy": policy }, body: page(baton, embed) };
  });
  return {
    host: `localhost:${server.port}`,
    /**
     * @param {{ app: number, assistant: string }} embed
     * @param {{ script?: string, attributes?: string, host?: string }} [more] `script`: the website's own, before the widget's;
     *   `attributes` of the widget's script; `host`: by which name the website is called
     */
    page({ app, assistant }, { script, attributes = "", host = "localhost" } = {}) {
      const own = script === undefined ? "" : `&script=${scripts.push(script) - 1}`;
      return `http://${host}:${server.port}/?${new URLSearchParams({ app: `${app}`, assistant, attributes })}${own}`;
    },
    stop: server.stop,
  };
}

/** @param {string} baton @param {{ app: string, assistant: string, script: string, attributes: string }} embed */
function page(baton, { app, assistant, script, attributes }) {
  const own = script === "" ? "" : `<script src="/own.js?script=${encodeURIComponent(script)}"></script>`;
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Fernhill Outdoor</title>
  <link rel="icon" href="/style.css"><link rel="stylesheet" href="/style.css">
</head>
<body>
  <main>
    <h1>Boats and tents for quiet places</h1>
    <p>Everything on this site is tried out by us, in rain, on the lake behind the workshop.</p>
  </main>
  ${own}
  <script src="${baton}/widget.js" data-app="${encodeURIComponent(app)}" data-assistant="${encodeURIComponent(assistant)}" ${attributes} async></script>
</body>
</html>`;
}
