import { describe, expect, it } from "vitest";
import { blocks } from "./blocks";
import { inline, type Span } from "./inline";

describe("within a line", () => {
  it("knows bold, italic and code, also one within the other", () => {
    expect(inline("a **b *c* d** `e*f*` _g_")).toEqual([
      text("a "),
      { kind: "bold", spans: [text("b "), { kind: "italic", spans: [text("c")] }, text(" d")] },
      text(" "),
      { kind: "code", text: "e*f*" },
      text(" "),
      { kind: "italic", spans: [text("g")] },
    ]);
  });

  it("leaves figures, file names and lonely marks as they were written", () => {
    for (const written of ["2*3*4 = 24", "my_file_name.txt", "5 * 3 * 2", "**not closed", "a ` b", "* *", "<img src=x onerror=alert(1)>"]) {
      expect(inline(written)).toEqual([text(written)]);
    }
  });

  it("makes addresses clickable, without the full stop of the sentence", () => {
    expect(inline("See https://example.com/a_b_(c)?q=1. Or mail help@example.com!")).toEqual([
      text("See "),
      link("https://example.com/a_b_(c)?q=1"),
      text(". Or mail "),
      link("help@example.com", "mailto:help@example.com"),
      text("!"),
    ]);
  });

  it("makes no link of what a browser would run", () => {
    for (const address of ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//example.com", "file:///etc"]) {
      const written = `[click](${address})`;
      expect(inline(written).every((span) => span.kind === "text")).toBe(true);
      expect(flat(inline(written))).toBe(written);
    }
    expect(inline("[Terms](https://example.com/terms)")).toEqual([link("Terms", "https://example.com/terms")]);
  });

  it("shows who is mentioned, the longest name first, and nobody who only begins so", () => {
    expect(inline("@Ana Keller and @Ana, not @Anabel", ["Ana", "Ana Keller"])).toEqual([
      { kind: "mention", text: "@Ana Keller" },
      text(" and "),
      { kind: "mention", text: "@Ana" },
      text(", not @Anabel"),
    ]);
  });

  it("is quick with a long text full of marks", () => {
    const began = performance.now();
    for (const mark of ["*", "_", "**a", "`", "[", "[a](", "https://"]) inline(mark.repeat(4_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("blocks", () => {
  it("tells paragraphs, lists, quotes and code from each other", () => {
    const written = "Hello,\nyou.\n\n- one\n- two\n\n3. three\n4. four\n> said\n> so\n```js\n**x**\n```\nBye";
    expect(blocks(written)).toEqual([
      { kind: "paragraph", text: "Hello,\nyou." },
      { kind: "list", first: null, items: ["one", "two"] },
      { kind: "list", first: 3, items: ["three", "four"] },
      { kind: "quote", text: "said\nso" },
      { kind: "code", text: "**x**" },
      { kind: "paragraph", text: "Bye" },
    ]);
  });

  it("takes code to the end where it is not closed, and a lonely mark for text", () => {
    expect(blocks("```\na\n\nb")).toEqual([{ kind: "code", text: "a\n\nb" }]);
    expect(blocks("-\n1.\n#4711")).toEqual([{ kind: "paragraph", text: "-\n1.\n#4711" }]);
  });
});

function text(written: string): Span {
  return { kind: "text", text: written };
}

function link(shown: string, href = shown): Span {
  return { kind: "link", text: shown, href };
}

function flat(spans: Span[]): string {
  return spans.map((span) => ("spans" in span ? flat(span.spans) : span.text)).join("");
}
