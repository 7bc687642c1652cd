import { expect, test } from "vitest";
import { receipt, unread } from "./conversation";
import { withDraft } from "./draft";
import { allUnread, hasAny, noHistory } from "./history";
import { newsBetween } from "./news";
import { newMarks } from "./signals";
import { type Action, initialState, reduce, type State } from "./state";
import type { Dialog, LiveEvent, Message, Person } from "./wire";

const ME: Person = { id: 9, kind: "customer", full_name: "Ida" };
const NOVA: Person = { id: 2, kind: "assistant", full_name: "Nova" };
const ANA: Person = { id: 3, kind: "agent", full_name: "Ana" };

const message = (seq: number, sender: Person): Message => ({
  id: `m${seq}`,
  dialog: "d",
  seq,
  sender,
  text: `message ${seq}`,
  sent_at: seq,
  ai: null,
  attachments: [],
});

const dialog = (seq: number, read_seq = 0): Dialog => ({
  id: "d",
  type: 2,
  assistant: null,
  control: { phase: "assistant", answering: false },
  seq,
  delivered_seq: read_seq,
  read_seq,
  unread: 0,
  updated_at: seq,
  last_message: null,
  to_rate: null,
});

const loaded = (items: Message[], more = false, read_seq = 0): Action => ({
  type: "loaded",
  me: ME.id,
  dialog: dialog(items.at(-1)?.seq ?? 0, read_seq),
  page: { items, more },
});

const heard = (event: Omit<LiveEvent, "dialog">): Action => ({
  type: "event",
  event: { dialog: "d", ...event } as LiveEvent,
});

const after = (...actions: Action[]): State => actions.reduce(reduce, initialState("d", [], true));
const ANSWERING: Dialog["control"] = { phase: "assistant", answering: true };
const asked: Action = {
  ...loaded([message(1, ME)]),
  dialog: { ...dialog(1), control: ANSWERING, assistant: { id: "a", user_id: NOVA.id, full_name: "Nova", avatar_url: null } },
} as Action;
const piece = (turn: number, place: number, text: string | null): Action => ({
  type: "piece",
  piece: { dialog: "d", turn, place, text, source: null },
});
const shownDraft = ({ conversation, draft }: State) => {
  const shown = withDraft(conversation!, draft, 0).messages.at(-1)!;
  return shown.id === "draft" ? shown.text : null;
};

const seqs = ({ conversation }: State) => conversation?.messages.map(({ seq }) => seq);

test("a message that comes twice, by reply and by event, is shown once and in order", () => {
  const state = after(
    loaded([message(1, NOVA)]),
    heard({ seq: 3, kind: "message", body: message(3, NOVA) }),
    { type: "stored", message: message(2, ME) },
    heard({ seq: 2, kind: "message", body: message(2, ME) }),
  );
  expect(seqs(state)).toEqual([1, 2, 3]);
});

test("older news about control does not undo newer", () => {
  const state = after(
    loaded([message(5, NOVA)]),
    heard({ seq: 8, kind: "control", body: { control: { phase: "agent", agent: ANA } } }),
    heard({ seq: 7, kind: "control", body: { control: { phase: "waiting", position: 1 } } }),
  );
  expect(state.conversation?.control).toEqual({ phase: "agent", agent: ANA });
});

test("a page that does not join what is known replaces it, so that there is never a gap", () => {
  const state = after(loaded([message(1, NOVA), message(2, ME)]), loaded([message(8, NOVA), message(9, ME)], true));
  expect(seqs(state)).toEqual([8, 9]);
  expect(state.conversation?.more).toBe(true);
});

test("a page that joins adds what is new and keeps what was read before", () => {
  const older: Action = { type: "older", dialog: "d", page: { items: [message(1, NOVA)], more: false } };
  const state = after(loaded([message(2, NOVA)], true), older, loaded([message(2, NOVA), message(3, ME)], true));
  expect(seqs(state)).toEqual([1, 2, 3]);
  expect(state.conversation?.more).toBe(false);
});

test("a message is read when anybody else has read it, and not by its own writer", () => {
  const marks = (user: number, delivered_seq: number, read_seq: number) =>
    heard({ seq: 0, kind: "marks", body: { user, delivered_seq, read_seq } });
  const of = (...actions: Action[]) => receipt(after(loaded([message(4, ME)]), ...actions).conversation!, message(4, ME));
  expect(of(marks(ME.id, 4, 4))).toBe("sent");
  expect(of(marks(ANA.id, 4, 3))).toBe("delivered");
  expect(of(marks(ANA.id, 4, 4), marks(ANA.id, 2, 2))).toBe("read");
});

test("what others wrote is unread until it was looked at", () => {
  const state = after(loaded([message(1, NOVA), message(2, ME), message(3, NOVA)], false, 1));
  expect(unread(state.conversation!)).toBe(1);
  expect(newMarks(state)).toEqual({ delivered_seq: 3, read_seq: 3 });
  expect(newMarks(reduce(state, { type: "shown", on: false }))).toEqual({ delivered_seq: 3 });
});

test("who has written is no longer typing", () => {
  const state = after(loaded([]), { type: "typing", person: ANA }, heard({ seq: 2, kind: "message", body: message(2, ANA) }));
  expect(state.typing).toBeNull();
});

test("events of another dialog change nothing here", () => {
  const before = after(loaded([message(1, NOVA)]));
  const event: LiveEvent = { seq: 9, dialog: "other", kind: "message", body: message(9, NOVA) };
  expect(reduce(before, { type: "event", event }).conversation).toEqual(before.conversation);
});

test("a lost identity leaves nothing of the conversation but what waits to be sent", () => {
  const wishes = [{ kind: "person" as const, id: "p", dialog: null }];
  const state = after(loaded([message(1, NOVA)]), { type: "wishes", wishes }, { type: "forgotten" });
  expect(state).toMatchObject({ conversation: null, wishes, link: "idle", resuming: false });
});

test("an answer in the making is shown piece by piece until the message takes its place", () => {
  const growing = after(asked, piece(7, 0, "One."), piece(7, 1, "Two."));
  expect(shownDraft(growing)).toBe("One. Two.");
  const answered = reduce(growing, heard({ seq: 2, kind: "message", body: message(2, NOVA) }));
  expect(shownDraft(answered)).toBeNull();
  expect(shownDraft(reduce(answered, piece(7, 0, "Late.")))).toBeNull();
});

test("nothing of an answer remains when it is withdrawn, but it may begin anew", () => {
  const growing = after(asked, piece(7, 0, "One."), piece(7, 1, null));
  expect(shownDraft(growing)).toBeNull();
  expect(shownDraft(reduce(growing, piece(7, 0, "Another.")))).toBe("Another.");
});

test("an answer in the making ends when a person takes over, for good", () => {
  const taken = heard({ seq: 3, kind: "control", body: { control: { phase: "agent", agent: ANA } } });
  const back = heard({ seq: 4, kind: "control", body: { control: ANSWERING } });
  expect(shownDraft(after(asked, piece(7, 0, "One."), taken))).toBeNull();
  expect(shownDraft(after(asked, piece(7, 0, "One."), taken, piece(7, 1, "Two."), back))).toBeNull();
  expect(shownDraft(after(asked, taken, piece(7, 0, "One."), back))).toBeNull();
});

test("a further question drops the answer to the one before", () => {
  const further = heard({ seq: 2, kind: "message", body: message(2, ME) });
  const state = after(asked, piece(7, 0, "One."), further, piece(7, 1, "Two."), piece(7, 0, "One."));
  expect(shownDraft(state)).toBeNull();
  const answering = reduce(state, piece(8, 0, "Both."));
  expect(shownDraft(answering)).toBe("Both.");
  expect(shownDraft(reduce(answering, { type: "stored", message: message(2, ME) }))).toBe("Both.");
});

test("what may have been missed while offline is not shown with a gap", () => {
  const offline: Action = { type: "link", link: "offline" };
  expect(shownDraft(after(asked, piece(7, 0, "One."), offline, piece(7, 1, "Two.")))).toBeNull();
});

test("an answer in the making neither counts as unread nor as read", () => {
  const state = after(asked, piece(7, 0, "One."));
  expect(unread(state.conversation!)).toBe(0);
  expect(newMarks(state)).toBeNull();
});

const answer: Message = { ...message(2, NOVA), ai: { kind: "answer", found: true, sources: [], suggestions: [] } };
const rated = (helpful: boolean): Action => ({ type: "rated", message: "m2", helpful });
const settled = (helpful: boolean, saved: boolean): Action => ({ type: "rating_settled", message: "m2", helpful, saved });
const rating = ({ conversation, ratings }: State) => ratings.m2 ?? conversation?.messages[0]?.ai?.feedback;

test("a rating is shown at once, and stays when it is saved", () => {
  expect(rating(after(loaded([answer]), rated(true)))).toBe(true);
  expect(rating(after(loaded([answer]), rated(true), settled(true, true)))).toBe(true);
});

test("a rating that could not be saved goes back to what was saved last", () => {
  expect(rating(after(loaded([answer]), rated(true), settled(true, false)))).toBeUndefined();
  const saved = [rated(true), settled(true, true)];
  expect(rating(after(loaded([answer]), ...saved, rated(false), settled(false, false)))).toBe(true);
});

test("of two ratings on their way the later is shown", () => {
  const both = [rated(true), rated(false)];
  expect(rating(after(loaded([answer]), ...both, settled(true, false)))).toBe(false);
  expect(rating(after(loaded([answer]), ...both, settled(true, true), settled(false, false)))).toBe(true);
});

test("a conversation that was left shows nothing of itself, nor what comes late for it", () => {
  const left = after(loaded([message(1, NOVA)]), { type: "current", dialog: "other", loads: true });
  expect(left).toMatchObject({ conversation: null, resuming: true });
  const late = reduce(left, { type: "stored", message: message(2, ME) });
  expect(reduce(late, { type: "older", dialog: "d", page: null }).conversation).toBeNull();
});

test("the launcher counts what is unread in every conversation, each once", () => {
  const dialogs = [
    { ...dialog(3), unread: 5 },
    { ...dialog(9), id: "earlier", unread: 2 },
  ];
  const state = after(loaded([message(1, NOVA), message(2, ME), message(3, NOVA)], false, 1), { type: "history", history: { ...noHistory, dialogs } });
  expect(allUnread(state)).toBe(3);
  expect(hasAny(state)).toBe(true);
  expect(hasAny(after({ type: "history", history: { ...noHistory, dialogs: [] } }))).toBe(false);
});

test("the website hears of new messages and of who takes over, not of what was there when it opened", () => {
  const fresh = initialState("d", [], true);
  const opened = reduce(fresh, loaded([message(1, NOVA)]));
  const answered = reduce(opened, heard({ seq: 2, kind: "message", body: message(2, ANA) }));
  const taken = reduce(answered, heard({ seq: 3, kind: "control", body: { control: { phase: "agent", agent: ANA } } }));
  const ended = reduce(taken, heard({ seq: 4, kind: "control", body: { control: { phase: "closed" } } }));
  expect(newsBetween(fresh, opened)).toEqual([]);
  expect(newsBetween(opened, answered)).toMatchObject([{ name: "message", detail: { id: "m2", from: "agent", name: "Ana" } }]);
  expect(newsBetween(answered, taken)).toEqual([{ name: "handover", detail: { state: "agent", agent: "Ana" } }]);
  expect(newsBetween(taken, ended)).toEqual([{ name: "resolved", detail: {} }]);
});
