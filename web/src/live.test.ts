import { beforeEach, describe, expect, it } from "vitest";
import type { Control, Dialog, Me, Message, Person } from "./api";
import type { ServerFrame } from "./live/frames";
import { newMessageId } from "./live/messageId";
import { reduce, UNCONFIRMED_AFTER_MS } from "./live/reduce";
import { delayMs } from "./live/socket";
import { nothingYet, type LiveInput, type LiveState } from "./live/state";

const ana: Person = { id: 7, kind: "agent", full_name: "Ana" };
const ben: Person = { id: 8, kind: "agent", full_name: "Ben" };
const ida: Person = { id: 101, kind: "customer", full_name: "Ida" };
const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const CHAT = "d".repeat(24);
const waiting: Control = { phase: "waiting", turn: 2, handover: "h", since: 0, position: 1, wait: null, answering: false };
const withAna: Control = { phase: "agent", turn: 3, handover: "h", since: 0, agent: ana, owes_reply_since: null };

let state: LiveState;
const now = 1_000_000;

beforeEach(() => {
  state = nothingYet;
});

describe("numbers", () => {
  it("goes on from the welcome's number on a fresh start and asks for everything to be loaded", () => {
    hear({ kind: "welcome", seq: 40, me });
    expect([state.seq, state.generation]).toEqual([40, 1]);
  });

  it("moves only with the missed events after a reconnect", () => {
    hear({ kind: "welcome", seq: 40, me });
    hear({ kind: "welcome", seq: 50, me });
    expect([state.seq, state.generation]).toEqual([40, 1]);
    hear(said(45, "first"));
    expect(state.seq).toBe(45);
  });

  it("loads again when the server cannot resume", () => {
    hear({ kind: "welcome", seq: 40, me });
    hear({ kind: "welcome", seq: 50, me, resumed: false });
    expect([state.seq, state.generation]).toEqual([50, 2]);
  });

  it("keeps what it knows when an unknown kind arrives", () => {
    open();
    const before = state.dialogs;
    hear({ seq: 99, kind: "weather", dialog: null, at: 0, body: {} } as unknown as ServerFrame);
    expect([state.seq, state.dialogs]).toEqual([99, before]);
  });
});

describe("messages", () => {
  beforeEach(() => open());

  it("shows a message once, however often it is heard", () => {
    hear(said(11, "hello"));
    hear(said(11, "hello"));
    expect(texts()).toEqual(["hello"]);
    expect(state.dialogs[CHAT]?.unread).toBe(1);
  });

  it("keeps messages that arrive while the page is on its way", () => {
    hear(said(13, "third"));
    load([message(11, "first"), message(12, "second")], false, "newest");
    expect(texts()).toEqual(["first", "second", "third"]);
  });

  it("puts older pages before what is shown", () => {
    load([message(12, "b")], true, "newest");
    load([message(11, "a")], false, "older");
    expect(texts()).toEqual(["a", "b"]);
    expect(state.threads[CHAT]?.more).toBe(false);
  });

  it("begins again from the newest page when there may be a hole", () => {
    load([message(11, "old")], false, "newest");
    load([message(30, "new")], true, "newest");
    expect(texts()).toEqual(["new"]);
    expect(state.threads[CHAT]?.more).toBe(true);
  });

  it("closes no hole that is none: what was shown stays, and so does its beginning", () => {
    load([message(11, "a"), message(12, "b")], true, "newest");
    load([message(10, "oldest")], false, "older");
    load([message(12, "b"), message(13, "c")], true, "newest");
    expect(texts()).toEqual(["oldest", "a", "b", "c"]);
    expect(state.threads[CHAT]?.more).toBe(false);
  });

  it("drops the unconfirmed copy as soon as the stored one is heard", () => {
    apply({ type: "said", id: "mine", dialog: CHAT, text: "hi", attachments: [], now });
    hear(said(11, "hi", ana, "mine"));
    expect(state.pending).toEqual([]);
    expect(texts()).toEqual(["hi"]);
    expect(state.dialogs[CHAT]?.unread).toBe(0);
  });

  it("says that a send failed when it is refused, and sends again on request", () => {
    apply({ type: "said", id: "mine", dialog: CHAT, text: "hi", attachments: [], now });
    const problem = { type: "", title: "", status: 409, code: "refused", detail: "Ben has it." } as const;
    hear({ kind: "refused", id: "mine", problem });
    expect(state.pending[0]?.delivery).toEqual({ state: "failed", problem });
    apply({ type: "retried", id: "mine", now });
    expect(state.pending[0]?.delivery.state).toBe("sending");
  });

  it("gives up on a silent server, but waits while there is no connection", () => {
    apply({ type: "said", id: "mine", dialog: CHAT, text: "hi", attachments: [], now });
    apply({ type: "connection", connection: { phase: "offline" } });
    apply({ type: "tick", now: now + UNCONFIRMED_AFTER_MS + 1 });
    expect(state.pending[0]?.delivery.state).toBe("sending");
    apply({ type: "connection", connection: { phase: "open" } });
    apply({ type: "tick", now: now + UNCONFIRMED_AFTER_MS + 1 });
    expect(state.pending[0]?.delivery.state).toBe("failed");
  });
});

describe("control", () => {
  beforeEach(() => open());

  it("follows the server and remembers each change of hands once", () => {
    hear(control(11, withAna));
    hear(control(12, { ...withAna, owes_reply_since: 5 }));
    hear(control(13, { ...withAna, agent: ben }));
    expect(state.threads[CHAT]?.changes.map((change) => change.seq)).toEqual([11, 13]);
  });

  it("starts the clock at the customer's first open question and stops it at the agent's reply", () => {
    const owed = () => {
      const held = state.dialogs[CHAT]?.control;
      return held?.phase === "agent" ? held.owes_reply_since : undefined;
    };
    hear(control(11, withAna));
    hear(said(12, "hello?"));
    hear(said(13, "anybody?"));
    expect(owed()).toBe(12);
    hear(said(14, "here I am", ana));
    expect(owed()).toBe(null);
  });

  it("remembers what the customer said last beside what was said last", () => {
    hear(said(12, "hello?"));
    hear(said(13, "One moment.", ana));
    const { customer_said, last_message } = state.dialogs[CHAT] ?? {};
    expect([customer_said?.text, last_message?.text]).toEqual(["hello?", "One moment."]);
  });

  it("is not undone by a page that was read before the event", () => {
    hear(control(11, withAna));
    apply({ type: "dialogs_loaded", dialogs: [dialog(10)] });
    expect(state.dialogs[CHAT]?.control).toEqual(withAna);
  });

  it("is not undone by an event that the loaded page already contains", () => {
    apply({ type: "dialogs_loaded", dialogs: [{ ...dialog(20), control: withAna }] });
    hear(control(15, waiting));
    expect(state.dialogs[CHAT]?.control).toEqual(withAna);
  });
});

describe("marks and typing", () => {
  beforeEach(() => open());

  it("clears the unread count when I have read on another screen", () => {
    hear(said(11, "hello"));
    hear({ seq: 12, kind: "marks", dialog: CHAT, at: 0, body: { user: 7, delivered_seq: 11, read_seq: 11 } });
    expect(state.dialogs[CHAT]?.unread).toBe(0);
  });

  it("starts from the marks that came with the dialog, and never goes back behind what was heard", () => {
    const marks = [{ user: 101, delivered_seq: 12, read_seq: 11 }];
    apply({ type: "dialogs_loaded", dialogs: [{ ...dialog(10), marks }] });
    expect(state.marks[CHAT]?.[101]).toEqual({ delivered_seq: 12, read_seq: 11 });
    hear({ seq: 13, kind: "marks", dialog: CHAT, at: 0, body: { user: 101, delivered_seq: 12, read_seq: 12 } });
    apply({ type: "dialogs_loaded", dialogs: [{ ...dialog(12), marks }] });
    expect(state.marks[CHAT]?.[101]).toEqual({ delivered_seq: 12, read_seq: 12 });
  });

  it("ends typing when it fades and when the message comes", () => {
    hear({ kind: "typing", dialog: CHAT, user: ida, on: true });
    expect(state.typing[CHAT]).toHaveLength(1);
    hear(said(11, "hello"));
    expect(state.typing[CHAT]).toHaveLength(0);
    hear({ kind: "typing", dialog: CHAT, user: ida, on: true });
    apply({ type: "tick", now: now + 60_000 });
    expect(state.typing[CHAT]).toHaveLength(0);
  });
});

describe("the connection", () => {
  it("waits longer each time, never too long, and not all screens at once", () => {
    expect([0, 1, 2, 10].map((attempt) => delayMs(attempt, 1))).toEqual([500, 1000, 2000, 30_000]);
    expect(delayMs(2, 0)).toBe(1000);
  });

  it("makes message ids that are unique and sort by time", () => {
    const ids = [newMessageId(now), newMessageId(now), newMessageId(now + 5000)];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect((ids[0] ?? "") < (ids[2] ?? "")).toBe(true);
  });
});

describe("reading in the middle", () => {
  beforeEach(() => {
    open();
    hear(said(90, "the newest"));
    apply({ type: "messages_around", dialog: CHAT, messages: [message(40, "forty")], more: true, newer: true });
  });

  it("leaves out what is heard until the pages up to it are read", () => {
    hear(said(91, "newer still"));
    expect(texts()).toEqual(["forty"]);
    load([message(50, "fifty")], true, "newer");
    expect(texts()).toEqual(["forty", "fifty"]);
  });

  it("goes on reading while something was heard that the last page does not have", () => {
    load([message(90, "the newest")], false, "newer");
    expect(state.threads[CHAT]?.newer).toBe(false);
    apply({ type: "messages_around", dialog: CHAT, messages: [message(40, "forty")], more: true, newer: false });
    expect(state.threads[CHAT]?.newer).toBe(true);
  });

  it("keeps of a conversation that is left only what is seen first the next time", () => {
    apply({ type: "thread_left", dialog: CHAT });
    expect(state.threads[CHAT]).toBeUndefined();
    load(Array.from({ length: 300 }, (_, at) => message(at + 1, `line ${at + 1}`)), false, "newest");
    apply({ type: "thread_left", dialog: CHAT });
    expect(texts()?.length).toBeLessThan(200);
    expect(state.threads[CHAT]).toMatchObject({ more: true, newer: false, loaded: true });
    expect(texts()?.at(-1)).toBe("line 300");
  });

  it("begins again at the newest when it is asked for", () => {
    load([message(89, "before"), message(90, "the newest")], true, "newest");
    expect(texts()).toEqual(["before", "the newest"]);
    hear(said(91, "newer still"));
    expect(texts()).toEqual(["before", "the newest", "newer still"]);
  });
});

function apply(input: LiveInput) {
  state = reduce(state, input);
}

function hear(frame: ServerFrame) {
  apply({ type: "frame", frame, now });
}

function load(messages: Message[], more: boolean, end: "newest" | "older" | "newer") {
  apply({ type: "messages_loaded", dialog: CHAT, messages, more, end });
}

/** Signed in as Ana, looking at Ida's conversation. */
function open() {
  hear({ kind: "welcome", seq: 10, me });
  apply({ type: "dialogs_loaded", dialogs: [dialog(10)] });
  apply({ type: "thread_opened", dialog: CHAT });
}

function texts() {
  return state.threads[CHAT]?.messages.map((one) => one.text);
}

function said(seq: number, text: string, sender = ida, id = `m${seq}`): ServerFrame {
  return { seq, kind: "message", dialog: CHAT, at: seq, body: { ...message(seq, text, sender), id } };
}

function control(seq: number, next: Control): ServerFrame {
  return { seq, kind: "control", dialog: CHAT, at: seq, body: { control: next } };
}

function message(seq: number, text: string, sender = ida): Message {
  return { id: `m${seq}`, dialog: CHAT, seq, sender, text, custom: {}, sent_at: seq, attachments: [], ai: null };
}

function dialog(seq: number): Dialog {
  return {
    id: CHAT,
    app: 1,
    type: 2,
    name: null,
    assistant: null,
    customer: ida,
    control: waiting,
    offer: null,
    occupants: [ida, ana],
    custom: {},
    last_message: null,
    customer_said: null,
    labels: [],
    rating: null,
    snoozed_until: null,
    to_rate: null,
    seq,
    delivered_seq: 0,
    read_seq: 0,
    marks: [],
    unread: 0,
    created_at: 0,
    updated_at: 0,
  };
}
