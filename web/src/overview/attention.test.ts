import { expect, it } from "vitest";
import { wayTo } from "./attention";

const to = (kind: Parameters<typeof wayTo>[0]["kind"], assistant: string | null = null) => wayTo({ kind, assistant }, 7).href;

it("leads to the place where something can be done", () => {
  expect(to("waiting_long")).toBe("/desk/queue?app=7");
  expect(to("failed_sources")).toBe("/apps/7/knowledge?state=failed");
  expect(to("nobody_online")).toBe("/apps/7/agents");
});

it("leads to the AI Agent that has the warning, or to all of them", () => {
  const id = "0".repeat(24);
  expect(to("assistant_warning", id)).toBe(`/apps/7/assistants/${id}`);
  expect(to("assistant_warning")).toBe("/apps/7/assistants");
});
