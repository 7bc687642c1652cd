// Where an answer comes from: its sources, each once, and which statement rests on which of them. Pure.
import { webAddress } from "./links";
import type { Ai, Source } from "./wire";

export interface Origin {
  title: string;
  /** Null when there is nothing to open. */
  href: string | null;
}

/** A part of the text, ending where a statement ends. */
export interface Span {
  text: string;
  /** Counted from 1, as the reader does; null when it rests on no source. */
  origin: number | null;
  quote: string;
}

export function originsOf(ai: Ai): Origin[] {
  return [...distinct(ai).values()].map((source) => ({ title: source.title, href: webAddress(addressOf(ai, source)) }));
}

/** The parts put together are the text, whether or not every statement is found in it. */
export function spansOf(text: string, ai: Ai | null): Span[] {
  const spans: Span[] = [];
  const keys = ai ? [...distinct(ai).keys()] : [];
  let end = 0;
  for (const { text: said, quote, source } of ai?.statements ?? []) {
    const at = text.indexOf(said, end);
    if (at < 0) continue;
    spans.push({ text: text.slice(end, at + said.length), origin: keys.indexOf(keyOf(ai!, source)) + 1, quote });
    end = at + said.length;
  }
  if (end < text.length) spans.push({ text: text.slice(end), origin: null, quote: "" });
  return spans;
}

/** In the order of the statements, so that the numbers stay while an answer grows. */
function distinct(ai: Ai): Map<string, Source> {
  const all = [...(ai.statements ?? []).map(({ source }) => source), ...ai.sources];
  return new Map(all.map((source) => [keyOf(ai, source), source]));
}

/** Pages of the same title and address are one to the reader. */
function keyOf(ai: Ai, source: Source): string {
  return `${source.title} ${addressOf(ai, source)}`;
}

/** A statement may name its source without the address. */
function addressOf({ sources }: Ai, source: Source): string {
  return source.address ?? sources.find(({ id }) => id === source.id)?.address ?? "";
}
