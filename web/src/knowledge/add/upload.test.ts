import { afterEach, expect, it, vi } from "vitest";
import { send, tally, type FileState, type Upload } from "./upload";

afterEach(() => vi.unstubAllGlobals());

it("does not send a file that is too large, and says what to do", async () => {
  const server = vi.fn();
  vi.stubGlobal("fetch", server);
  const outcome = await send(1, { name: "huge.pdf", size: 30_000_000 } as File);
  expect(outcome).toEqual({ state: "failed", error: "It has 30 MB, and a file may have 20 MB. Split it into smaller ones." });
  expect(server).not.toHaveBeenCalled();
});

it("tells of a file what the server said of it", async () => {
  answerWith({ items: [{ file: "a.md", source: null, error: { detail: "The same text is in “Repairs” already." } }] });
  expect(await send(1, new File(["a"], "a.md"))).toEqual({ state: "failed", error: "The same text is in “Repairs” already." });
  answerWith({ items: [{ file: "a.md", source: { id: "1" }, error: null }] });
  expect(await send(1, new File(["a"], "a.md"))).toEqual({ state: "added" });
});

it("gives up on all files when none is allowed", async () => {
  answerWith({ code: "forbidden", detail: "Only admins may do this." }, 403);
  await expect(send(1, new File(["a"], "a.md"))).rejects.toThrow("Only admins may do this.");
});

it("counts what became of them", () => {
  expect(tally([upload("added"), upload("failed"), upload("sending"), upload("waiting")])).toBe("1 of 4 added, 1 failed");
  expect(tally([upload("added")])).toBe("1 of 1 added");
});

function upload(state: FileState["state"]): Upload {
  return { id: 1, file: new File([], "a"), outcome: { state, error: "" } };
}

function answerWith(body: unknown, status = 200) {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status }));
}
