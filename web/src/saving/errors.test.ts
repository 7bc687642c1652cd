import { expect, it } from "vitest";
import { errorAt } from "./errors";

const ERRORS = [
  { field: "settings.unanswered.handover.message.de", message: "Too long." },
  { field: "widget.allowed_domains[2]", message: "Must be a domain." },
  { field: "command", message: "One word." },
];

it("finds the error of a field from the request's root as from the settings, and of a part at the whole", () => {
  expect(errorAt(ERRORS, "command")).toBe("One word.");
  expect(errorAt(ERRORS, "unanswered.handover.message")).toBe("Too long.");
  expect(errorAt(ERRORS, "widget.allowed_domains")).toBe("Must be a domain.");
});

it("does not take it for that of a field whose name merely begins alike", () => {
  expect(errorAt(ERRORS, "comm")).toBeUndefined();
});
