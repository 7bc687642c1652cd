import { describe, expect, it } from "vitest";
import { errorAt } from "../../../../saving";
import type { Draft } from "../../draft";
import { hoursErrors } from "./hoursError";

const errorsOf = (field: string) =>
  hoursErrors({ errorOf: (wanted: string) => errorAt([{ field, message: "No." }], wanted) } as Draft);

describe("the error of a field of the business hours", () => {
  it("is found however the server leads to it", () => {
    for (const way of ["settings.unanswered.handover.hours", "unanswered.handover.hours", "unanswered.handover.hours.weekly"]) {
      const errorOf = errorsOf(`${way}.week.monday[0].from`);
      expect(errorOf("week.monday[0].from")).toBe("No.");
      expect(errorOf("week.monday")).toBe("No.");
      expect(errorOf("week.tuesday")).toBeUndefined();
      expect(errorOf("holidays")).toBeUndefined();
    }
  });
});
