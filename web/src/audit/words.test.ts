import { expect, it } from "vitest";
import { actionInWords, fieldInWords, valueInWords } from "./words";

it("says what was done, also where the thing is new to it", () => {
  expect(actionInWords("assistant.saved")).toBe("AI Agent saved");
  expect(actionInWords("webhook.switched_off")).toBe("Webhook switched off");
  expect(actionInWords("voice_line.opened")).toBe("Voice line opened");
});

it("shows the way to a field", () => {
  expect(fieldInWords("unanswered.handover.no_agent_message.de")).toBe("Unanswered › handover › no agent message › de");
});

it("shows values as people read them, and an empty one as none", () => {
  expect([true, "online_only", 0.7, [3, 4], null, ""].map(valueInWords)).toEqual(["On", "online_only", "0.7", "[3,4]", null, null]);
});
