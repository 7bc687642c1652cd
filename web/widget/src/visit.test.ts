import { expect, test } from "vitest";
import type { Api } from "./api";
import { createIdentityStore, NEW } from "./identity";
import { createMemory, keptShelf } from "./memory";
import { createVisit } from "./visit";
import type { Dialog, Message } from "./wire";

const token = (sub: string) => `head.${Buffer.from(JSON.stringify({ sub })).toString("base64url")}.signature`;
const said = (by: number) => ({ sender: { id: by } }) as Message;

/** A browser and a server that knows these conversations, with who spoke in each. */
function browser(known: Record<string, number[]> = {}) {
  const identity = createIdentityStore(createMemory(keptShelf(null, () => undefined)), { app: "1", assistant: "a", page: null });
  const arrivals: unknown[] = [];
  const api = {
    newVisitor: async (claim: unknown) => (arrivals.push(claim), { token: "t", user: { id: 7 }, expires_at: 9e15 }),
    newDialog: async () => ({ id: "fresh" }) as Dialog,
    dialogs: async () => ({ items: Object.keys(known).map((id) => ({ id }) as Dialog) }),
    newest: async (id: string) => ({ items: (known[id] ?? []).map(said), more: false }),
  } as unknown as Api;
  return { identity, arrivals, visit: createVisit(api, identity) };
}

test("a stranger begins a conversation, and comes back to it", async () => {
  const { visit, arrivals } = browser();
  expect(visit.dialog()).toBeNull();
  expect(await visit.begin()).toBe("fresh");
  expect(visit.dialog()).toBe("fresh");
  expect(arrivals).toEqual([null]);
});

test("who signs in finds the conversation from another browser", async () => {
  const { visit, arrivals } = browser({ earlier: [7, 2] });
  expect(visit.claim({ token: token("ida") })).toBe("same");
  expect(await visit.begin()).toBe("earlier");
  expect(arrivals).toEqual([{ token: token("ida") }]);
});

test("who wants a new conversation gets one, but not a second one that is still empty", async () => {
  for (const [speakers, expected] of [[[2, 7], "fresh"], [[2], "begun"]] as const) {
    const { visit, identity } = browser({ begun: [...speakers] });
    await visit.arrive();
    identity.keepDialog(NEW);
    expect(visit.dialog()).toBeNull();
    expect(await visit.begin()).toBe(expected);
  }
});

test("the same person stays, another one finds nothing of the one before", async () => {
  const { visit } = browser();
  visit.claim({ token: token("ida") });
  await visit.begin();
  expect(visit.claim({ token: token("ida") })).toBe("same");
  expect(visit.claim({ token: token("jon") })).toBe("another");
  expect([visit.visitor(), visit.dialog()]).toEqual([null, null]);
});

test("a stranger who signs in was a stranger before; nobody is still nobody", async () => {
  const { visit } = browser();
  await visit.begin();
  expect(visit.claim(null)).toBe("same");
  expect(visit.claim({ token: token("ida") })).toBe("after_nobody");
});

test("who has gone to another conversation meanwhile stays there", async () => {
  const { visit, identity } = browser({ earlier: [7, 2] });
  await visit.arrive();
  identity.keepDialog("earlier");
  expect(await visit.begin()).toBe("fresh");
  expect(visit.dialog()).toBe("earlier");
});
