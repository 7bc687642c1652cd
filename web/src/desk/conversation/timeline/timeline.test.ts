import { expect, it } from "vitest";
import type { Handover, Me, Message } from "../../api";
import type { ControlChange, Thread } from "../../live";
import { timeline } from "./timeline";

const me: Me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, supervises: false };
const MINUTE = 60_000;
const NOON = new Date(2026, 0, 5, 12).getTime();

it("begins each day with its date", () => {
  const items = timeline(thread([message(1, NOON), message(2, NOON + 24 * 60 * MINUTE)]), [], [], me);
  expect(items.map((item) => item.kind)).toEqual(["day", "message", "day", "message"]);
});

it("names who speaks once for what they say in one breath", () => {
  const items = timeline(thread([message(1, NOON), message(2, NOON + MINUTE), message(3, NOON + 20 * MINUTE)]), [], [], me);
  const said = items.flatMap((item) => (item.kind === "message" ? [[item.follows, item.followed]] : []));
  expect(said).toEqual([
    [false, true],
    [true, false],
    [false, false],
  ]);
});

it("tells a change of hands once, whether it was heard live or is remembered by the handover", () => {
  const waiting: ControlChange = {
    seq: 2,
    at: NOON + 1,
    control: { phase: "waiting", turn: 2, handover: "h", since: NOON, position: 1, wait: null, answering: false },
  };
  const before = timeline(thread([message(1, NOON)]), [handover(NOON)], [], me);
  const live = timeline(thread([message(1, NOON)], [waiting]), [handover(NOON)], [], me);
  expect(changes(before)).toEqual(["The customer asked for a person"]);
  expect(changes(live)).toEqual(["The customer asked for a person"]);
  const alone = timeline(thread([message(1, NOON)], [waiting]), [], [], me);
  expect(changes(alone)).toEqual(["Waiting for a person"]);
});

it("leaves out what happened before the oldest message that is loaded", () => {
  const items = timeline({ ...thread([message(9, NOON)]), more: true }, [handover(NOON - MINUTE)], [], me);
  expect(changes(items)).toEqual([]);
});

it("puts a change that came with a question after the question and before what the AI Agent said to it", () => {
  const milo = { id: 50, kind: "assistant", full_name: "Milo" } as const;
  const items = timeline(thread([message(1, NOON), { ...message(2, NOON), sender: milo }]), [handover(NOON)], [], me);
  expect(items.map((item) => item.kind)).toEqual(["day", "message", "change", "message"]);
});

it("remembers who joined first, not who has it after a transfer", () => {
  const ben = { id: 8, kind: "agent", full_name: "Ben" } as const;
  const ana = { id: 7, kind: "agent", full_name: "Ana" } as const;
  const passedOn = { ...handover(NOON), assigned_at: NOON + MINUTE, agent: ben };
  const replied = { ...message(2, NOON + 2 * MINUTE), sender: ana };
  const joinedBy = (messages: Message[]) => changes(timeline(thread(messages), [passedOn], [], me)).at(-1);
  expect(joinedBy([message(1, NOON), replied])).toBe("You joined");
  expect(joinedBy([message(1, NOON)])).toBe("Ben joined");
});

function changes(items: ReturnType<typeof timeline>) {
  return items.flatMap((item) => (item.kind === "change" ? [item.text] : []));
}

function thread(messages: Message[], heard: ControlChange[] = []): Thread {
  return { messages, changes: heard, more: false, loaded: true };
}

function message(seq: number, sent_at: number): Message {
  const sender = { id: 101, kind: "customer", full_name: "Ida" } as const;
  return { id: `m${seq}`, dialog: "d", seq, sender, text: "hi", custom: {}, sent_at, ai: null };
}

function handover(began_at: number): Handover {
  const times = { began_at, assigned_at: null, first_reply_at: null, ended_at: null };
  const rest = { assistant: "a", priority: 0, agent: null, outcome: null, packet: {} as Handover["packet"] };
  return { id: "h", dialog: "d", reason: "asked_for_human", state: "waiting", ...times, ...rest };
}
