import { describe, expect, it } from "vitest";
import { csv } from "./csv";

describe("a CSV file", () => {
  it("keeps what would end a cell inside quotes", () => {
    expect(csv([["a", 'say "b"', "c,d"], ["line\nbreak", 1.5, null]])).toBe('a,"say ""b""","c,d"\r\n"line\nbreak",1.5,\r\n');
  });

  it("has no cell that a spreadsheet computes, and leaves numbers alone", () => {
    expect(csv([["=1+1", "+49", "-x", "@SUM(A1)"], ["\t=1", "a=b", -3, "ok"]])).toBe(`'=1+1,'+49,'-x,'@SUM(A1)\r\n'\t=1,a=b,-3,ok\r\n`);
    expect(csv([['=HYPERLINK("x","y")']])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
  });
});
