// Finds the web addresses in a text. Only http and https become links; everything else stays text.

export type Part = { text: string; href: string | null };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const TRAILING = /[.,:;!?…]+$/;

export function splitLinks(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0]);
    const href = webAddress(address);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** The sentence around an address gives it a full stop or a closing bracket that is not its own. */
function withoutTrailing(address: string): string {
  const bare = address.replace(TRAILING, "");
  for (const [open, close] of ["()", "[]", "{}"] as const) {
    if (bare.endsWith(close!) && count(bare, close!) > count(bare, open!)) return withoutTrailing(bare.slice(0, -1));
  }
  return bare;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Null when it is none, or one of another kind. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "http:" || protocol === "https:" ? href : null;
}
