import { expect, it } from "vitest";
import { reasonInWords } from "./words";

it("shows a reason that it does not know yet by its code", () => {
  expect(reasonInWords("rule")).toBe("A rule");
  expect(reasonInWords("api_call")).toBe("api call");
});
