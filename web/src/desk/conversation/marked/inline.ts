// What stands within one line: bold, italic, code, links, the names of colleagues. Everything else is text. Pure.
import { linkParts, safeHref } from "./links";

export type Span =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "mention"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "bold" | "italic"; spans: Span[] };

// An asterisk between figures and an underscore within a word are what they are.
const MARKS = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "\\[(?<label>[^\\[\\]\\n]{1,300})\\]\\((?<address>[^\\s()<>]{1,2000})\\)",
    "(?<url>\\bhttps?://[^\\s<>\"'`]+)",
    "(?<![\\w*])\\*\\*(?=\\S)(?<bold>(?:(?!\\*\\*)[^\\n])*[^\\s*])\\*\\*(?![\\w*])",
    "(?<![\\w_])__(?=\\S)(?<strong>(?:(?!__)[^\\n])*[^\\s_])__(?![\\w_])",
    "(?<![\\w*])\\*(?=[^\\s*])(?<italic>[^*\\n]*[^\\s*])\\*(?![\\w*])",
    "(?<![\\w_])_(?=[^\\s_])(?<slanted>[^_\\n]*[^\\s_])_(?![\\w_])",
  ].join("|"),
  "gu",
);

/** `names` are of those who are mentioned. */
export function inline(text: string, names: readonly string[] = []): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const marked = markedSpans(match.groups ?? {}, names);
    if (!marked) continue;
    spans.push(...plain(text.slice(end, match.index), names), ...marked);
    end = match.index + match[0].length;
  }
  return joined([...spans, ...plain(text.slice(end), names)]);
}

function joined(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last?.kind === "text" && span.kind === "text") last.text += span.text;
    else all.push(span);
  }
  return all;
}

/** Null where it only looks like a mark: it stays text, as it was written. */
function markedSpans(found: Record<string, string | undefined>, names: readonly string[]): Span[] | null {
  const { code, label, address, url } = found;
  if (code !== undefined) return [{ kind: "code", text: code }];
  if (url !== undefined) return linked(url);
  if (label !== undefined) {
    const href = safeHref(address ?? "");
    return href ? [{ kind: "link", text: label, href }] : null;
  }
  const bold = found.bold ?? found.strong;
  if (bold !== undefined) return [{ kind: "bold", spans: inline(bold, names) }];
  return [{ kind: "italic", spans: inline(found.italic ?? found.slanted ?? "", names) }];
}

function plain(text: string, names: readonly string[]): Span[] {
  return withNames(text, names).flatMap((part) => (part.isName ? [{ kind: "mention" as const, text: part.text }] : linked(part.text)));
}

function linked(text: string): Span[] {
  return linkParts(text).map((part) =>
    part.href === null ? { kind: "text", text: part.text } : { kind: "link", text: part.text, href: part.href },
  );
}

function withNames(text: string, names: readonly string[]): { text: string; isName: boolean }[] {
  if (names.length === 0 || text === "") return text === "" ? [] : [{ text, isName: false }];
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map(escaped);
  const parts = text.split(new RegExp(`(@(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}]))`, "u"));
  return parts.flatMap((part, at) => (part === "" ? [] : [{ text: part, isName: at % 2 === 1 }]));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
