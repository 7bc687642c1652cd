// What is being written just before the cursor: a canned reply (/), a colleague (@), an emoji (:). Pure.
export type TokenKind = "canned" | "mention" | "emoji";

export interface Token {
  kind: TokenKind;
  query: string;
  from: number;
  to: number;
}

const SIGNS: Record<string, TokenKind> = { "/": "canned", "@": "mention", ":": "emoji" };
const BEFORE_CURSOR = /(?:^|[\s([{])([/@:])([\p{L}\p{N}_+-]{0,40})$/u;
/** A colon is seldom meant as one. */
const EMOJI_FROM = 2;

export function tokenAt(text: string, cursor: number): Token | null {
  const found = BEFORE_CURSOR.exec(text.slice(0, cursor));
  const kind = SIGNS[found?.[1] ?? ""];
  const query = found?.[2] ?? "";
  if (!kind || (kind === "emoji" && query.length < EMOJI_FROM)) return null;
  return { kind, query, from: cursor - query.length - 1, to: cursor };
}

/** The text with something else in place of the token, and where the cursor stands then. */
export function replaced(text: string, { from, to }: Pick<Token, "from" | "to">, by: string): { text: string; cursor: number } {
  const rest = text.slice(to);
  const gap = rest === "" || /^\s/.test(rest) || by.endsWith("\n") ? "" : " ";
  const end = rest === "" && !by.endsWith("\n") ? " " : "";
  return { text: text.slice(0, from) + by + gap + end + rest, cursor: from + by.length + gap.length + end.length };
}

/** Of a canned reply: who is spoken to and who speaks. */
export function filledIn(text: string, names: { customer: string; agent: string }): string {
  return text.replace(/\{(customer|agent)\}/g, (_, name: "customer" | "agent") => names[name]);
}
