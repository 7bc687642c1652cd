import { expect, it } from "vitest";
import type { Agent } from "../api";
import { atAGlance } from "./atAGlance";

const agent = (part: Partial<Agent>) => ({ online: false, away: false, disabled: false, ...part }) as Agent;

it("counts each agent once, and nobody who is disabled", () => {
  const team = [agent({ online: true }), agent({ online: true, away: true }), agent({ away: true }), agent({}), agent({ disabled: true })];
  expect(atAGlance(team)).toBe("1 online, 1 away, 2 offline");
});
