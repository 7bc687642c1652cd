import { expect, it } from "vitest";
import type { Handover, Me, Message, Note } from "../../../api";
import type { ControlChange, Thread } from "../../../live";
import { timeline, type Told } from "./timeline";

const me: Me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false };
const MINUTE = 60_000;
const NOON = new Date(2026, 0, 5, 12).getTime();

it("begins each day with its date", () => {
  const items = told(thread([message(1, NOON), message(2, NOON + 24 * 60 * MINUTE)]));
  expect(items.map((item) => item.kind)).toEqual(["day", "message", "day", "message"]);
});

it("names who speaks once for what they say in one breath", () => {
  const items = told(thread([message(1, NOON), message(2, NOON + MINUTE), message(3, NOON + 20 * MINUTE)]));
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
  const before = told(thread([message(1, NOON)]), [handover(NOON)]);
  const live = told(thread([message(1, NOON)], [waiting]), [handover(NOON)]);
  expect(changes(before)).toEqual(["The customer asked for a person"]);
  expect(changes(live)).toEqual(["The customer asked for a person"]);
  const alone = told(thread([message(1, NOON)], [waiting]));
  expect(changes(alone)).toEqual(["Waiting for a person"]);
});

it("leaves out what happened before the oldest message that is loaded", () => {
  const items = told({ ...thread([message(9, NOON)]), more: true }, [handover(NOON - MINUTE)]);
  expect(changes(items)).toEqual([]);
});

it("puts a change that came with a question after the question and before what the AI Agent said to it", () => {
  const milo = { id: 50, kind: "assistant", full_name: "Milo" } as const;
  const items = told(thread([message(1, NOON), { ...message(2, NOON), sender: milo }]), [handover(NOON)]);
  expect(items.map((item) => item.kind)).toEqual(["day", "message", "change", "message"]);
});

it("remembers who joined first, not who has it after a transfer", () => {
  const ben = { id: 8, kind: "agent", full_name: "Ben" } as const;
  const ana = { id: 7, kind: "agent", full_name: "Ana" } as const;
  const passedOn = { ...handover(NOON), assigned_at: NOON + MINUTE, agent: ben };
  const replied = { ...message(2, NOON + 2 * MINUTE), sender: ana };
  const joinedBy = (messages: Message[]) => changes(told(thread(messages), [passedOn])).at(-1);
  expect(joinedBy([message(1, NOON), replied])).toBe("You joined");
  expect(joinedBy([message(1, NOON)])).toBe("Ben joined");
});

it("says once that the AI Agent answered, and again after a person's work was over", () => {
  const milo = { id: 50, kind: "assistant", full_name: "Milo" } as const;
  const ai = { kind: "answer", found: true, feedback: null, sources: [], statements: [], suggestions: [] } as const;
  const answer = (seq: number, at: number): Message => ({ ...message(seq, at), sender: milo, ai: { ...ai, sources: [], statements: [], suggestions: [] } });
  const over = { ...handover(NOON + 3 * MINUTE), ended_at: NOON + 5 * MINUTE, outcome: "returned" };
  const all = [message(1, NOON), answer(2, NOON + MINUTE), answer(3, NOON + 2 * MINUTE), answer(4, NOON + 6 * MINUTE)];
  expect(changes(told(thread(all), [over]))).toEqual([
    "Milo (AI Agent) answered",
    "The customer asked for a person",
    "Returned to the AI Agent",
    "Milo (AI Agent) answered",
  ]);
});

it("puts notes between the messages by their time, and ends the group around them", () => {
  const items = told(thread([message(1, NOON), message(2, NOON + 2 * MINUTE)]), [], { notes: [note("n", NOON + MINUTE)] });
  expect(items.map((item) => item.kind)).toEqual(["day", "message", "note", "message"]);
  expect(items.flatMap((item) => (item.kind === "message" ? [item.follows] : []))).toEqual([false, false]);
});

it("leaves out notes beyond what is loaded, and what is on its way while the newest are not", () => {
  const part = { ...thread([message(5, NOON), message(6, NOON + 2 * MINUTE)]), more: true, newer: true };
  const notes = [note("before", NOON - 1), note("within", NOON + 1), note("after", NOON + 3 * MINUTE)];
  const items = told(part, [], { notes, held: [held("h")] });
  expect(items.map((item) => item.key)).toEqual(["day-m5", "m5", "within", "m6"]);
});

it("shows a reply that is held once, also when it is just going out", () => {
  const pending = { id: "h", dialog: "d", text: "hi", attachments: [], delivery: { state: "sending", since: 0 } } as const;
  const items = told(thread([]), [], { pending: [{ ...pending, attachments: [] }], held: [held("h"), held("i")] });
  expect(items.map((item) => [item.kind, item.key])).toEqual([
    ["pending", "h"],
    ["held", "i"],
  ]);
});

it("tells how the customer rated what was resolved last", () => {
  const over = { ...handover(NOON), ended_at: NOON + MINUTE, outcome: "solved" };
  const items = told(thread([message(1, NOON)]), [over], { rating: { score: 4, comment: "Quick" } });
  const last = items.at(-1);
  expect(last?.kind === "change" && [last.text, last.comment]).toEqual(["Resolved as solved · rated 4 of 5 by the customer", "Quick"]);
});

function told(thread: Thread, handovers: Handover[] = [], more: Partial<Told> = {}) {
  return timeline({ thread, handovers, notes: [], rating: null, pending: [], held: [], ...more }, me);
}

function note(id: string, written_at: number): Note {
  return { id, seq: written_at, dialog: "d", author: { id: 8, kind: "agent", full_name: "Ben" }, text: "hi", mentions: [], written_at };
}

function held(id: string) {
  return { id, dialog: "d", text: "hi", attachments: [], due: 0, isGoing: false };
}

function changes(items: ReturnType<typeof timeline>) {
  return items.flatMap((item) => (item.kind === "change" ? [item.text] : []));
}

function thread(messages: Message[], heard: ControlChange[] = []): Thread {
  return { messages, changes: heard, more: false, newer: false, loaded: true };
}

function message(seq: number, sent_at: number): Message {
  const sender = { id: 101, kind: "customer", full_name: "Ida" } as const;
  return { id: `m${seq}`, dialog: "d", seq, sender, text: "hi", custom: {}, attachments: [], sent_at, ai: null };
}

function handover(began_at: number): Handover {
  const times = { began_at, assigned_at: null, first_reply_at: null, ended_at: null };
  const rest = { assistant: "a", priority: 0, agent: null, outcome: null, packet: {} as Handover["packet"] };
  return { id: "h", dialog: "d", reason: "asked_for_human", state: "waiting", ...times, ...rest };
}
