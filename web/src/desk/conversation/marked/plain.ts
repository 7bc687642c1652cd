// A text without its marks, in one line: for lists and for what is read out. Pure.
import { blocks, type Block } from "./blocks";
import { inline, type Span } from "./inline";

/** Whatever comes after this does not fit into any line. */
const ENOUGH = 1_000;

export function plain(text: string): string {
  return blocks(text.slice(0, ENOUGH)).map(wordsOf).join(" ").replace(/\s+/g, " ").trim();
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case "code":
      return block.text;
    case "list":
      return block.items.map(unmarked).join(" · ");
    case "paragraph":
    case "quote":
      return unmarked(block.text);
  }
}

function unmarked(text: string): string {
  return inline(text).map(shown).join("");
}

function shown(span: Span): string {
  return "spans" in span ? span.spans.map(shown).join("") : span.text;
}
