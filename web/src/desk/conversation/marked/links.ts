// Which addresses may be clicked: http, https and mailto, and nothing else. Pure.
export type LinkPart = { text: string; href: string | null };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gi;
const TRAILING = /[.,:;!?…*_]+$/;
const ALLOWED = new Set(["http:", "https:", "mailto:"]);
const BRACKETS: [string, string][] = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
];

/** Null for what is no address, or one that a browser would do something else with. */
export function safeHref(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return ALLOWED.has(protocol) ? href : null;
}

/** A text cut into what is an address and what is not. */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0]);
    const href = safeHref(address.includes("://") ? address : `mailto:${address}`);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** The full stop or bracket after an address belongs to the sentence around it. */
function withoutTrailing(address: string): string {
  const bare = address.replace(TRAILING, "");
  const unopened = BRACKETS.some(([open, close]) => bare.endsWith(close) && count(bare, close) > count(bare, open));
  return unopened ? withoutTrailing(bare.slice(0, -1)) : bare;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
