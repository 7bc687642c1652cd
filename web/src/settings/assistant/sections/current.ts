// Which section is being read.
interface Seen {
  id: string;
  /** Where it begins, in pixels from the upper edge of what is seen. */
  top: number;
}

/** The last one that begins above the line; at the end of the page the last of all, however short it is. */
export function currentOf(sections: Seen[], line: number, atEnd: boolean): string | null {
  if (atEnd) return sections.at(-1)?.id ?? null;
  return (sections.findLast(({ top }) => top <= line) ?? sections[0])?.id ?? null;
}
