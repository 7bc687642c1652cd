// Follows the scroll: which of the sections is being read now.
import { useEffect, useState } from "react";
import { currentOf } from "./current";

/** A section counts as read once its beginning is in the upper part of the window. */
const LINE = 0.3;
const NEARLY = 4;

export function useCurrentSection(ids: string[]): string | null {
  const [current, setCurrent] = useState(ids[0] ?? null);
  const key = ids.join(" ");
  useEffect(() => {
    const look = () => {
      const sections = key.split(" ").flatMap((id) => {
        const element = document.getElementById(id);
        return element ? [{ id, top: element.getBoundingClientRect().top }] : [];
      });
      setCurrent(currentOf(sections, innerHeight * LINE, isAtEnd()));
    };
    look();
    // Scrolling does not bubble: on wide screens it is the content that scrolls, on phones the page.
    addEventListener("scroll", look, { capture: true, passive: true });
    addEventListener("resize", look);
    return () => {
      removeEventListener("scroll", look, { capture: true });
      removeEventListener("resize", look);
    };
  }, [key]);
  return current;
}

function isAtEnd(): boolean {
  const main = document.querySelector("main");
  const scroller = main && main.scrollHeight > main.clientHeight + NEARLY ? main : document.documentElement;
  return scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - NEARLY;
}
