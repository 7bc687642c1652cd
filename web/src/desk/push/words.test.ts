import { expect, it } from "vitest";
import { failureInWords } from "./words";

it("says calmly why it failed, and what remains", () => {
  const noService = new DOMException("Registration failed - push service not available", "AbortError");
  expect(failureInWords(noService)).toMatch(/has no push service.*While the desk is open/);
  expect(failureInWords(new Error("The server cannot be reached."))).toMatch(/^That did not work. The server cannot be reached. While/);
});
