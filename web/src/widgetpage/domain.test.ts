import { expect, test } from "vitest";
import { domainIn } from "./domain";

test("a pasted address becomes its domain", () => {
  expect(domainIn(" https://Shop.Example.com/basket?x=1#top ")).toBe("shop.example.com");
  expect(domainIn("*.example.com")).toBe("example.com");
  expect(domainIn("example.com.")).toBe("example.com");
});

test("a domain stays one, with its port and its letters", () => {
  expect(["localhost:5173", "127.0.0.1", "bücher.example"].map(domainIn)).toEqual(["localhost:5173", "127.0.0.1", "bücher.example"]);
});

test("what is no domain is none", () => {
  for (const text of ["", " ", "two words", "a..b", "-a.example", "example.com:http", "a:1:2", "*", "'self'", "a;b"]) {
    expect(domainIn(text), text).toBeNull();
  }
});
