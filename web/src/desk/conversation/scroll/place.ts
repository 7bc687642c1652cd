// Where the reader is in a scrolled list, and how to bring them back there after it has changed around them.
export interface Place {
  /** With the newest at the bottom: whatever comes is to be seen. */
  atEnd: boolean;
  /**
   * Rows before the eyes and how far the end of each is from the upper edge; the first that is still there will do.
   * Their ends, because a row whose name is no longer needed shrinks at its beginning.
   */
  anchors: { key: string; offset: number }[];
  scrolled: number;
}

export const AT_THE_END: Place = { atEnd: true, anchors: [], scrolled: 0 };

const AT_END_PX = 60;
const ANCHORS_MAX = 6;

export function placeIn(box: HTMLElement, list: HTMLElement, canStickToEnd: boolean): Place {
  const edge = box.getBoundingClientRect().top;
  const anchors: Place["anchors"] = [];
  for (const row of rowsOf(list)) {
    const { bottom } = row.getBoundingClientRect();
    if (bottom > edge && row.dataset.anchor !== undefined) anchors.push({ key: row.dataset.row ?? "", offset: bottom - edge });
    if (anchors.length === ANCHORS_MAX) break;
  }
  return { atEnd: canStickToEnd && distanceFromEnd(box) < AT_END_PX, anchors, scrolled: box.scrollTop };
}

/** The box is a reversed column: zero is the bottom, and what comes above moves nothing. */
export function backTo(place: Place, box: HTMLElement, list: HTMLElement) {
  // The reader may have scrolled on since, and the news of it is still to come: that is not taken from them.
  const scrolledOn = box.scrollTop - place.scrolled;
  if (place.atEnd) {
    if (scrolledOn === 0 && box.scrollTop !== 0) box.scrollTop = 0;
    return;
  }
  const edge = box.getBoundingClientRect().top;
  for (const { key, offset } of place.anchors) {
    const row = rowOf(list, key);
    if (!row) continue;
    const moved = row.getBoundingClientRect().bottom - edge - offset + scrolledOn;
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
