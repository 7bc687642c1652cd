// Keeps a list at its end while the reader is there, and at the same message when older ones are put before it.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const NEAR_PX = 60;

export interface Scroll {
  list: RefObject<HTMLDivElement | null>;
  /** Something new stands below what the reader sees. */
  hasNews: boolean;
  toNewest(): void;
  onScroll(): void;
}

export function useScroll(firstId: string | undefined, lastId: string | undefined, wroteOne: boolean): Scroll {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef({ firstId, lastId, height: 0, atEnd: true });
  const [hasNews, setHasNews] = useState(false);

  function toNewest() {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
    setHasNews(false);
  }

  useLayoutEffect(() => {
    const element = list.current;
    const was = before.current;
    if (!element) return;
    const isNew = lastId !== was.lastId;
    if (was.atEnd || (isNew && wroteOne)) toNewest();
    else if (firstId !== was.firstId) element.scrollTop += element.scrollHeight - was.height;
    else if (isNew) setHasNews(true);
    before.current = { firstId, lastId, height: element.scrollHeight, atEnd: isAtEnd(element) };
  });

  function onScroll() {
    before.current.atEnd = isAtEnd(list.current!);
    if (before.current.atEnd) setHasNews(false);
  }

  useEffect(() => {
    // A keyboard that opens, or a panel that is turned, must not hide the newest message.
    const resized = new ResizeObserver(() => before.current.atEnd && toNewest());
    resized.observe(list.current!);
    return () => resized.disconnect();
  }, []);

  return { list, hasNews, toNewest, onScroll };
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_PX;
}
