import { expect, it } from "vitest";
import type { Control, Dialog, Label, Me } from "../../api";
import { NO_FILTER, type Filter, type ListName } from "../route";
import { listed, withinPages } from "./order";

const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const seat = { me, app: 1 };
const NONE = new Set<string>();
const ids = (dialogs: Dialog[]) => dialogs.map(({ id }) => id);
const inList = (dialogs: Dialog[], list: ListName, filter: Partial<Filter> = {}, paged = NONE) =>
  ids(listed(dialogs, { list, filter: { ...NO_FILTER, ...filter } }, seat, paged));

const held = (id: string, by: number, more: object = {}) => dialog(id, { phase: "agent", agent: { id: by, kind: "agent" } } as Control, more);
const waiting = (id: string, since: number) => dialog(id, { phase: "waiting", since } as Control);

it("puts each conversation where it belongs", () => {
  const dialogs = [
    waiting("w", 1),
    held("m", 7),
    held("s", 7, { snoozed_until: 9 }),
    held("o", 8),
    dialog("a", { phase: "assistant" } as Control),
    dialog("c", { phase: "closed" } as Control),
  ];
  expect(inList(dialogs, "queue")).toEqual(["w"]);
  expect(inList(dialogs, "mine")).toEqual(["m"]);
  expect(inList(dialogs, "snoozed")).toEqual(["s"]);
  expect(inList(dialogs, "assistant")).toEqual(["a"]);
  expect(inList(dialogs, "resolved")).toEqual(["c"]);
  expect(inList(dialogs, "all")).toHaveLength(6);
});

it("shows first who waits longest, and elsewhere what happened last", () => {
  expect(inList([waiting("late", 20), waiting("early", 10)], "queue")).toEqual(["early", "late"]);
  expect(inList([held("old", 7, { updated_at: 1 }), held("new", 7, { updated_at: 2 })], "mine")).toEqual(["new", "old"]);
});

it("narrows by label, AI Agent and who has it, and believes the server about who had it", () => {
  const vip = { id: 5, name: "VIP", colour: "red" } satisfies Label;
  const dialogs = [
    held("a", 8, { labels: [vip], assistant: { id: "nova" } }),
    dialog("b", { phase: "closed" } as Control),
    dialog("c", { phase: "closed" } as Control),
  ];
  expect(inList(dialogs, "all", { label: 5 })).toEqual(["a"]);
  expect(inList(dialogs, "all", { label: 6 })).toEqual([]);
  expect(inList(dialogs, "all", { assistant: "nova" })).toEqual(["a"]);
  expect(inList(dialogs, "all", { agent: 8 }, new Set(["b"])).sort()).toEqual(["a", "b"]);
});

it("shows nothing beyond the last page that was read", () => {
  const dialogs = [waiting("a", 1), waiting("b", 2), waiting("c", 3)];
  expect(ids(withinPages(dialogs, "queue", dialogs[1]))).toEqual(["a", "b"]);
});

function dialog(id: string, control: Control, more: object = {}): Dialog {
  return { id, app: 1, control, updated_at: 0, assistant: null, labels: [] as Dialog["labels"], snoozed_until: null, ...more } as Dialog;
}
