// Where the reader is in a scrolled list, and how to bring them back there after it has changed around them.
export interface Place {
  /** With the newest at the bottom: whatever comes is to be seen. */
  atEnd: boolean;
  /** Rows before the eyes and how far each is from the upper edge; the first that is still there will do. */
  anchors: { key: string; offset: number }[];
}

const AT_END_PX = 60;
const ANCHORS_MAX = 6;

export function placeIn(box: HTMLElement, list: HTMLElement, canStickToEnd: boolean): Place {
  const edge = box.getBoundingClientRect().top;
  const anchors: Place["anchors"] = [];
  for (const row of rowsOf(list)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge && row.dataset.anchor !== undefined) anchors.push({ key: row.dataset.row ?? "", offset: top - edge });
    if (anchors.length === ANCHORS_MAX) break;
  }
  return { atEnd: canStickToEnd && distanceFromEnd(box) < AT_END_PX, anchors };
}

/** The box is a reversed column: zero is the bottom, and what comes above moves nothing. */
export function backTo(place: Place, box: HTMLElement, list: HTMLElement) {
  if (place.atEnd) {
    if (box.scrollTop !== 0) box.scrollTop = 0;
    return;
  }
  const edge = box.getBoundingClientRect().top;
  for (const { key, offset } of place.anchors) {
    const row = rowOf(list, key);
    if (!row) continue;
    const moved = row.getBoundingClientRect().top - edge - offset;
    if (Math.abs(moved) >= 1) box.scrollTop += moved;
    return;
  }
}

export function rowOf(list: HTMLElement, key: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
}

export function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(":scope > [data-row]")];
}

export function distanceFromEnd(box: HTMLElement): number {
  return -box.scrollTop;
}
