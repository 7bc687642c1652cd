import { expect, it } from "vitest";
import { bytesOf } from "./bytes";

it("reads the letters that an address may have, without padding", () => {
  expect([...bytesOf("-_8B")]).toEqual([251, 255, 1]);
  expect([...bytesOf("BA")]).toEqual([4]);
});
