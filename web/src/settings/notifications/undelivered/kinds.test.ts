import { expect, it } from "vitest";
import { kindInWords } from "./kinds";

it("has words for each kind, also for one that it does not know yet", () => {
  expect(["reply", "notice", "telegram"].map(kindInWords)).toEqual(["E-mail to a customer", "Call of your webhook", "Other work"]);
});
