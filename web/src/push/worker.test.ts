import { readFileSync } from "node:fs";
import { beforeEach, expect, it, vi } from "vitest";

const SOURCE = readFileSync(new URL("../../public/desk-worker.js", import.meta.url), "utf8");
const CHAT = "d".repeat(24);
const NEWS = { title: "Ida waits for a person", body: "Can my yak fly?", dialog: CHAT };

type Handler = (event: object) => void;

let handlers: Record<string, Handler>;
let pages: ReturnType<typeof page>[];
const showNotification = vi.fn();
const openWindow = vi.fn();

beforeEach(() => {
  handlers = {};
  pages = [];
  vi.clearAllMocks();
  const self = {
    addEventListener: (kind: string, handler: Handler) => (handlers[kind] = handler),
    registration: { showNotification },
    clients: { matchAll: async () => pages, openWindow },
  };
  new Function("self", SOURCE)(self);
});

it("shows what is pushed while the desk is hidden, or only the Dashboard is open", async () => {
  pages = [page("/desk/mine", "hidden"), page("/apps/1/agents", "visible")];
  await push(NEWS);
  const { title, body } = NEWS;
  expect(showNotification).toHaveBeenCalledExactlyOnceWith(title, { tag: CHAT, renotify: true, body, data: CHAT });
});

it("shows nothing while a desk is before somebody's eyes", async () => {
  pages = [page("/desk/queue", "visible")];
  await push(NEWS);
  expect(showNotification).not.toHaveBeenCalled();
});

it("has words also when nothing was said", async () => {
  await push({});
  expect(showNotification).toHaveBeenCalledExactlyOnceWith("A customer waits for your team", { body: "", data: null });
});

it("opens the conversation in the desk that is open, or in a new window", async () => {
  const desk = page("/desk/all", "hidden");
  pages = [page("/apps", "hidden"), desk];
  await click(CHAT);
  expect(desk.focus).toHaveBeenCalledOnce();
  expect(desk.postMessage).toHaveBeenCalledExactlyOnceWith({ type: "open", dialog: CHAT });
  pages = [];
  await click(CHAT);
  expect(openWindow).toHaveBeenCalledExactlyOnceWith(`/desk/mine/${CHAT}`);
});

function page(path: string, visibilityState: string) {
  return { url: `https://support.shop.example${path}`, visibilityState, focus: vi.fn(), postMessage: vi.fn() };
}

function push(news: object) {
  return done("push", { data: { json: () => news } });
}

function click(dialog: string) {
  return done("notificationclick", { notification: { data: dialog, close: () => undefined } });
}

async function done(kind: string, event: object) {
  let work: Promise<unknown> | undefined;
  handlers[kind]?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) });
  await work;
}
