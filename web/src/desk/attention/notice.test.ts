import { expect, it } from "vitest";
import type { Control, Dialog, Me } from "../../api";
import type { NoticeNews, ServerFrame } from "../../live";
import { nothingYet } from "../../live/state";
import { newsKey } from "./news";
import { isForMe, noticeInWords, noticeKey, placeOf } from "./notice";

const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const CHAT = "d".repeat(24);
const NOTICE: NoticeNews = { handover: "h", step: "colleague", agents: [7, 9], since: 1_000 };

it("is for those whom it names, and not for an admin with the same number", () => {
  expect(isForMe(NOTICE, me)).toBe(true);
  expect(isForMe({ ...NOTICE, agents: [9] }, me)).toBe(false);
  expect(isForMe(NOTICE, { ...me, kind: "admin" })).toBe(false);
});

it("rings for those whom it names", () => {
  const frame: ServerFrame = { kind: "notice", seq: 40, at: 0, dialog: CHAT, body: NOTICE };
  expect(newsKey(frame, nothingYet, { me, app: 1 })).toBe(`${CHAT} notice 40`);
  expect(newsKey({ ...frame, body: { ...NOTICE, agents: [] } }, nothingYet, { me, app: 1 })).toBeNull();
});

it("is the same for the same step of the same wait", () => {
  expect(noticeKey(CHAT, NOTICE)).toBe(noticeKey(CHAT, { ...NOTICE, agents: [7] }));
  expect(noticeKey(CHAT, NOTICE)).not.toBe(noticeKey(CHAT, { ...NOTICE, step: "mail" }));
  expect(noticeKey(CHAT, NOTICE)).not.toBe(noticeKey(CHAT, { ...NOTICE, since: 2_000 }));
});

it("says for whom the customer waits, and where the conversation is to be found", () => {
  const told = (one: Dialog | undefined) => `${noticeInWords(one, me)} ${placeOf(CHAT, one, me)}`;
  expect(told(dialog({ phase: "agent", agent: { id: 8, kind: "agent" } } as Control))).toBe(`Ida waits for your team's reply. /desk/all/${CHAT}`);
  expect(told(dialog({ phase: "agent", agent: { id: 7, kind: "agent" } } as Control))).toBe(`Ida waits for your reply. /desk/mine/${CHAT}`);
  expect(told(dialog({ phase: "waiting" } as Control))).toBe(`Ida waits for a person. /desk/queue/${CHAT}`);
  expect(told(undefined)).toBe(`A customer waits for your team's reply. /desk/all/${CHAT}`);
});

function dialog(control: Control): Dialog {
  return { id: CHAT, control, customer: { full_name: "Ida" }, name: null } as Dialog;
}
