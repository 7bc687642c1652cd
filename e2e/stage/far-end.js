// A small HTTP server of the test's own: the far end of a wire that Baton or a browser uses.
import { once } from "node:events";
import { createServer } from "node:http";

/**
 * @param {(request: { url: string, headers: import("node:http").IncomingHttpHeaders, body: string }) => Reply | Promise<Reply>} answer
 * @typedef {{ status?: number, type?: string, headers?: Record<string, string>, body?: string }} Reply
 */
export async function startFarEnd(answer) {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { status = 200, type = "application/json", headers = {}, body: reply = "" } = await answer({
      url: request.url ?? "/",
      headers: request.headers,
      body,
    });
    response.writeHead(status, { "content-type": type, ...headers }).end(reply);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
