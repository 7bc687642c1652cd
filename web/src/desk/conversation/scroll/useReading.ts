// Draws of a long conversation only what is near the eyes, asks for more at its ends, and never moves under the reader.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Heights } from "./heights";
import { AT_THE_END, backTo, distanceFromEnd, placeIn, rowOf, rowsOf, type Place } from "./place";

const GUESS_PX = 72;
const BEYOND_PX = 1_400;
/** Drawn anew only when less than this is left beyond the edges. */
const SPARE_PX = 600;
const NEAR_PX = 1_200;
const FIRST_ROWS = 30;
const AROUND_ROWS = 15;

/** The keys of the first and last row drawn; without a last one, up to the end. */
interface Span {
  from: string | null;
  to: string | null;
}

interface Reading {
  keys: readonly string[];
  /** The last row is the newest there is: who is there stays there. */
  endsWithNewest: boolean;
  onNearTop: () => void;
  onNearEnd: () => void;
}

const THE_END: Span = { from: null, to: null };

export function useReading({ keys, endsWithNewest, onNearTop, onNearEnd }: Reading) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const place = useRef<Place>(AT_THE_END);
  const wanted = useRef<string | null>(null);
  const [heights] = useState(() => new Heights(GUESS_PX));
  const [span, setSpan] = useState<Span>(THE_END);
  const [, drawAgain] = useState(0);
  const [away, setAway] = useState(false);

  heights.keep(keys);
  const { first, last } = drawn(span, heights, keys.length);

  const look = () => {
    if (!box.current || !list.current) return;
    place.current = placeIn(box.current, list.current, endsWithNewest);
    setAway(!place.current.atEnd);
    const above = box.current.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    if (above < NEAR_PX) onNearTop();
    if (distanceFromEnd(box.current) < NEAR_PX) onNearEnd();
    const edges = { above, below: above + box.current.clientHeight };
    if (!covers(heights, { first, last }, edges)) setSpan(spanFor(heights, keys, edges));
  };
  const settle = () => {
    if (!box.current || !list.current) return;
    heights.measured(rowsOf(list.current).map((row) => [row.dataset.row ?? "", row.getBoundingClientRect().height]));
    const row = wanted.current === null ? null : rowOf(list.current, wanted.current);
    if (row) {
      wanted.current = null;
      box.current.scrollTop += row.getBoundingClientRect().top - box.current.getBoundingClientRect().top - box.current.clientHeight / 3;
    } else backTo(place.current, box.current, list.current);
    look();
  };
  useLayoutEffect(settle);
  useSizes(box, list, settle, () => {
    heights.forget();
    drawAgain((count) => count + 1);
  });

  const toEnd = useCallback(() => {
    place.current = AT_THE_END;
    wanted.current = null;
    if (box.current) box.current.scrollTop = 0;
    setSpan(THE_END);
  }, []);
  const toRow = useCallback(
    (key: string) => {
      const at = heights.indexOf(key);
      if (at === undefined) return;
      wanted.current = key;
      place.current = { ...AT_THE_END, atEnd: false };
      setSpan({ from: keys[Math.max(0, at - AROUND_ROWS)] ?? null, to: keys[at + AROUND_ROWS] ?? null });
    },
    [heights, keys],
  );
  const spacers = { before: heights.top(first), after: heights.total - heights.top(last) };
  return { box, list, first, last, spacers, away, onScroll: look, toEnd, toRow };
}

function drawn({ from, to }: Span, heights: Heights, count: number): { first: number; last: number } {
  const last = to === null ? count : (heights.indexOf(to) ?? count - 1) + 1;
  const first = (from === null ? undefined : heights.indexOf(from)) ?? Math.max(0, last - FIRST_ROWS);
  return { first: Math.min(first, last), last };
}

function covers(heights: Heights, { first, last }: { first: number; last: number }, edges: { above: number; below: number }): boolean {
  const enoughAbove = heights.top(first) <= Math.max(0, edges.above - SPARE_PX);
  return enoughAbove && heights.top(last) >= Math.min(heights.total, edges.below + SPARE_PX);
}

function spanFor(heights: Heights, keys: readonly string[], edges: { above: number; below: number }): Span {
  const { first, last } = heights.between(edges.above - BEYOND_PX, edges.below + BEYOND_PX);
  return { from: keys[first] ?? null, to: last >= keys.length ? null : (keys[last - 1] ?? null) };
}

/** Pictures that arrive, a window that is made wider: what the rows say of their height is then no longer true. */
function useSizes(
  box: React.RefObject<HTMLElement | null>,
  list: React.RefObject<HTMLElement | null>,
  onChange: () => void,
  onWidth: () => void,
) {
  const latest = useRef({ onChange, onWidth });
  useLayoutEffect(() => {
    latest.current = { onChange, onWidth };
  });
  useEffect(() => {
    if (!box.current || !list.current) return;
    let width = box.current.clientWidth;
    const observer = new ResizeObserver(() => {
      const now = box.current?.clientWidth ?? width;
      if (now !== width) latest.current.onWidth();
      else latest.current.onChange();
      width = now;
    });
    observer.observe(box.current);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [box, list]);
}
