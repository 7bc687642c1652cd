import { expect, it } from "vitest";
import type { Dialog, User } from "../api";
import type { LiveEvent } from "./frames";
import { reduce } from "./reduce";
import { nothingYet, type LiveState } from "./state";

const CHAT = "d".repeat(24);
const known = reduce(nothingYet, {
  type: "dialogs_loaded",
  dialogs: [{ id: CHAT, seq: 5, marks: [], customer: { id: 3, kind: "customer", full_name: "Visitor 3" }, labels: [], snoozed_until: null } as unknown as Dialog],
});
const heard = (state: LiveState, frame: LiveEvent) => reduce(state, { type: "frame", frame, now: 0 });
const label = { id: 1, name: "VIP", colour: "red" } as const;

it("puts labels on a conversation and puts it aside, unless it was read after that", () => {
  const labelled = heard(known, { kind: "labels", seq: 6, at: 0, dialog: CHAT, body: { labels: [label] } });
  expect(labelled.dialogs[CHAT]).toMatchObject({ seq: 6, labels: [label] });
  const snoozed = heard(labelled, { kind: "snooze", seq: 7, at: 0, dialog: CHAT, body: { until: 900 } });
  expect(snoozed.dialogs[CHAT]).toMatchObject({ snoozed_until: 900, labels: [label] });
  const late = heard(snoozed, { kind: "snooze", seq: 4, at: 0, dialog: CHAT, body: { until: null } });
  expect(late.dialogs[CHAT]).toMatchObject({ snoozed_until: 900 });
});

it("calls a customer by their new name in all their conversations", () => {
  const renamed = heard(known, { kind: "customer", seq: 6, at: 0, dialog: null, body: { id: 3, full_name: "Ida Berg" } as User });
  expect(renamed.dialogs[CHAT]?.customer).toEqual({ id: 3, kind: "customer", full_name: "Ida Berg" });
});

it("knows why an agent is away, and forgets it when they are back", () => {
  const away = heard(known, { kind: "presence", seq: 6, at: 0, dialog: null, body: { agent: 7, online: true, away: true, away_reason: "At lunch" } });
  expect(away.presence[7]).toEqual({ online: true, away: true, away_reason: "At lunch" });
  const back = heard(away, { kind: "presence", seq: 7, at: 0, dialog: null, body: { agent: 7, online: true, away: false } });
  expect(back.presence[7]?.away_reason).toBeNull();
});
