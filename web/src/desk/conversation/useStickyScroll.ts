// Keeps the reader's place: at the newest message while they are there, and exactly where they read otherwise.
// The scroll box is a reversed column, so its zero is the bottom and older pages grow above without a jump.
import { useCallback, useLayoutEffect, useRef, useState } from "react";

const AT_BOTTOM_PX = 60;
const NEAR_TOP_PX = 600;

interface Ends {
  first: string | undefined;
  last: string | undefined;
}

export function useStickyScroll({ first, last }: Ends, onNearTop: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef({ first, last, height: 0 });
  const [away, setAway] = useState(false);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const height = element.scrollHeight;
    const grewBelow = last !== before.current.last && first === before.current.first;
    if (grewBelow && !isAtBottom(element)) element.scrollTop -= height - before.current.height;
    before.current = { first, last, height };
    if (isNearTop(element)) onNearTop();
  });

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    setAway(!isAtBottom(element));
    if (isNearTop(element)) onNearTop();
  }, [onNearTop]);

  const toBottom = useCallback(() => box.current?.scrollTo({ top: 0, behavior: "smooth" }), []);
  return { box, away, onScroll, toBottom };
}

function isAtBottom(element: HTMLElement): boolean {
  return -element.scrollTop < AT_BOTTOM_PX;
}

function isNearTop(element: HTMLElement): boolean {
  return element.scrollHeight - element.clientHeight + element.scrollTop < NEAR_TOP_PX;
}
