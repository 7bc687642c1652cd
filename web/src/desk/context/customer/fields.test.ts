import { expect, it } from "vitest";
import { read, shown, withField } from "./fields";

it("shows any value on one line", () => {
  expect([shown("gold"), shown(3), shown(true), shown(null), shown({ a: 1 })]).toEqual(["gold", "3", "true", "null", '{"a":1}']);
});

it("reads back a value of the kind that was there", () => {
  expect(read(" 42 ", 3)).toBe(42);
  expect(read("many", 3)).toBe("many");
  expect(read("42", "gold")).toBe("42");
  expect(read("false", true)).toBe(false);
  expect(read('{"a":2}', { a: 1 })).toEqual({ a: 2 });
  expect(read("{", { a: 1 })).toBe("{");
});

it("changes a field in its place, adds one at the end, and drops one that is empty", () => {
  const custom = { plan: "gold", seats: 3 };
  expect(Object.entries(withField(custom, "plan", "silver"))).toEqual([["plan", "silver"], ["seats", 3]]);
  expect(Object.keys(withField(custom, "city", "Ulm"))).toEqual(["plan", "seats", "city"]);
  expect(withField(custom, "plan", "")).toEqual({ seats: 3 });
});
