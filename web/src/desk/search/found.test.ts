import { expect, it } from "vitest";
import { withoutMarks } from "./found";

const text = (written: string) => ({ text: written, hit: false });
const hit = (written: string) => ({ text: written, hit: true });

it("takes the marks away and still knows what was found", () => {
  expect(withoutMarks([text("See **the har"), hit("bour"), text("** and [our "), hit("museum"), text("](https://example.com).")])).toEqual([
    text("See the har"),
    hit("bour"),
    text(" and our "),
    hit("museum"),
    text("."),
  ]);
});

it("leaves what is found alone, at the beginning and next to each other", () => {
  expect(withoutMarks([hit("Tent"), text(" "), hit("poles")])).toEqual([hit("Tent"), text(" "), hit("poles")]);
});

it("takes no sign of its own for what somebody wrote", () => {
  expect(withoutMarks([text("a\u{e000}b"), hit("c\u{e001}d")])).toEqual([text("ab"), hit("cd")]);
});
