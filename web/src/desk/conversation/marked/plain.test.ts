import { expect, it } from "vitest";
import { plain } from "./plain";

it("leaves out the marks and keeps the words", () => {
  expect(plain("**Delivery** takes `3` *working* days, see [our terms](https://example.com/terms).")).toBe(
    "Delivery takes 3 working days, see our terms.",
  );
});

it("puts what stands on several lines into one", () => {
  expect(plain("Hello,\n\n- one\n- **two**\n\n> said\n```\nx = 1\n```")).toBe("Hello, one · two said x = 1");
});

it("keeps what only looks like a mark", () => {
  expect(plain("2*3*4 in my_file_name.txt <b>")).toBe("2*3*4 in my_file_name.txt <b>");
});
