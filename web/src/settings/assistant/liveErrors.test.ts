import { describe, expect, it } from "vitest";
import type { AssistantSettings } from "../../api";
import { liveErrors, valueAt } from "./liveErrors";

const settings = (name: string, webhook_url: string | null = null) =>
  ({ name, unanswered: { webhook_url, handover: { accept_seconds: 30, rules: [{ words: ["refund"] }] } } }) as unknown as AssistantSettings;
const NAME = { field: "name", message: "Enter a name.", missing: true as const };
const URL_MISSING = { field: "unanswered.webhook_url", message: "Enter the address.", missing: true as const };
const SECONDS = { field: "unanswered.handover.accept_seconds", message: "Too few." };
const calm = { found: [], rested: [], saved: settings("Nova"), settings: settings("Nova"), tried: false, refused: null };
const fields = (state: Parameters<typeof liveErrors>[0]) => liveErrors(state).map(({ field }) => field);

describe("what is wrong while somebody writes", () => {
  it("is shown when the keys rest, and gone as soon as it is mended", () => {
    expect(fields({ ...calm, found: [SECONDS] })).toEqual([]);
    expect(fields({ ...calm, found: [SECONDS], rested: [SECONDS] })).toEqual([SECONDS.field]);
    expect(fields({ ...calm, rested: [SECONDS] })).toEqual([]);
  });

  it("is not what was never written, until somebody tries to save", () => {
    const both = { ...calm, found: [NAME, URL_MISSING], rested: [NAME, URL_MISSING] };
    expect(fields(both)).toEqual(["name"]);
    expect(fields({ ...both, tried: true })).toEqual(["name", "unanswered.webhook_url"]);
  });

  it("is what the server did not take, until that field is another", () => {
    const refused = { errors: [{ field: "settings.unanswered.handover.accept_seconds", message: "Too few." }], of: settings("Nova") };
    expect(fields({ ...calm, refused, settings: settings("Nora") })).toHaveLength(1);
    const changed = settings("Nova");
    changed.unanswered.handover.accept_seconds = 45;
    expect(fields({ ...calm, refused, settings: changed })).toEqual([]);
  });
});

it("finds a value by the name of its field", () => {
  expect(valueAt(settings("Nova"), "unanswered.handover.rules[0].words[0]")).toBe("refund");
  expect(valueAt(settings("Nova"), "model.name")).toBeUndefined();
});
