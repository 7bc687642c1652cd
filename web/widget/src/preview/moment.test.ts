import { expect, test } from "vitest";
import { conversationOf, type Moment } from "./moment";

const TEXTS = { ask_person: "Mit einem Menschen sprechen" };
const MOMENT: Moment = {
  name: "Nova",
  avatar_url: null,
  agent: "Ana",
  lines: [
    { from: "customer", says: "person" },
    { from: "assistant", text: "Einen Moment." },
  ],
  phase: "waiting",
  typing: false,
  waits: { position: 2, minutes: 3 },
};

test("a customer asks in their own language, and the AI Agent says what was written for it", () => {
  const { page } = conversationOf(MOMENT, TEXTS, 0)!;
  expect(page.items.map(({ sender, text }) => [sender.kind, text])).toEqual([
    ["customer", "Mit einem Menschen sprechen"],
    ["assistant", "Einen Moment."],
  ]);
});

test("who answers is said as a server would say it", () => {
  const control = (part: Partial<Moment>) => conversationOf({ ...MOMENT, ...part }, TEXTS, 0)!.dialog.control;
  expect(control({})).toEqual({ phase: "waiting", position: 2, wait: { p50_ms: 180_000, p90_ms: 180_000 } });
  expect(control({ phase: "agent" })).toMatchObject({ agent: { full_name: "Ana" } });
});

test("before anything is written there is no conversation", () => {
  expect(conversationOf({ ...MOMENT, lines: [] }, TEXTS, 0)).toBeNull();
});
