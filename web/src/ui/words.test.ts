import { expect, it } from "vitest";
import { inOneLine, wordsOf } from "./words";

it("reads words and phrases between commas, each once", () => {
  expect(wordsOf(" refund, cancel  my order ,, refund,")).toEqual(["refund", "cancel my order"]);
  expect(wordsOf("退款，退货、投诉")).toEqual(["退款", "退货", "投诉"]);
  expect(wordsOf(" , ")).toEqual([]);
});

it("reads back what it writes", () => {
  expect(wordsOf(inOneLine(["refund", "money back"]))).toEqual(["refund", "money back"]);
});
