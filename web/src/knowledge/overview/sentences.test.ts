import { expect, it } from "vitest";
import type { EmbeddingModel, Knowledge } from "../../api";
import { isBusy } from "./knowledge";
import { fetched, foundByMeaning, underWay } from "./sentences";

const READY: EmbeddingModel = { state: "ready", name: "m", bytes_done: null, bytes_total: null, error: null };
const CALM: Knowledge = { sources: 3, passages: 40, encoded: 40, waiting: 0, failed: 0, remaining_ms: null, model: READY };

it("is calm when everything is read and found by meaning", () => {
  expect([foundByMeaning(CALM), underWay(CALM), isBusy(CALM)]).toEqual(["all found by meaning", null, false]);
});

it("says how far meaning is learned, and how long it still takes", () => {
  const learning = { ...CALM, encoded: 12, remaining_ms: 90_000 };
  expect(foundByMeaning(learning)).toBe("12 found by meaning so far");
  expect(underWay(learning)).toBe("learning what the passages mean, about 2 minutes left");
});

it("counts what waits before what is learned, and gives no estimate where there is none", () => {
  expect(underWay({ ...CALM, waiting: 1, encoded: 12 })).toBe("1 source being read");
});

it("does not wait for meaning without a model", () => {
  const alone = { ...CALM, encoded: 0, model: { ...READY, state: "absent" as const } };
  expect([foundByMeaning(alone), underWay(alone), isBusy(alone)]).toEqual([null, null, false]);
});

it("says how much of the model is there, as far as that is known", () => {
  expect(fetched({ ...READY, bytes_done: 12_000_000, bytes_total: 91_000_000 })).toBe("12 MB of 91 MB");
  expect(fetched({ ...READY, bytes_done: 12_000_000 })).toBe("12 MB");
  expect(fetched(READY)).toBe("");
});
