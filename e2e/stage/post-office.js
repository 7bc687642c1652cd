// A fake mail server that takes no mail: it refuses every sender, for good.
import { once } from "node:events";
import { createServer } from "node:net";

const ANSWERS = [
  { to: /^(EHLO|HELO)/i, say: "250 post-office" },
  { to: /^QUIT/i, say: "221 bye" },
  { to: /^MAIL/i, say: "550 no mail is taken here" },
];

export async function startPostOffice() {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.setEncoding("utf8").write("220 post-office\r\n");
    socket.on("data", (lines) => {
      for (const line of String(lines).split("\r\n").filter(Boolean)) {
        socket.write(`${ANSWERS.find(({ to }) => to.test(line))?.say ?? "250 ok"}\r\n`);
      }
    });
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `smtp://127.0.0.1:${port}` };
}
