// The sections of a long page: at its side on wide screens, in a row at its top on narrow ones.
import { useEffect, useRef, type MouseEvent } from "react";
import { useCurrentSection } from "./useCurrentSection";

export interface PageSection {
  id: string;
  label: string;
}

const LOOK =
  "block rounded-lg px-3 py-1.5 whitespace-nowrap text-muted transition-colors hover:bg-sunken hover:text-ink " +
  "aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent-ink max-lg:py-2.5 lg:whitespace-normal";

export function SectionNav({ sections }: { sections: PageSection[] }) {
  const current = useCurrentSection(sections.map(({ id }) => id));
  const list = useRef<HTMLUListElement>(null);
  useStartAtHash();
  useEffect(() => {
    const row = list.current;
    const entry = row?.querySelector<HTMLElement>("[aria-current=true]");
    // Only the row itself moves: the page is somebody else's to scroll.
    if (row && entry) row.scrollTo({ left: entry.offsetLeft - (row.clientWidth - entry.offsetWidth) / 2 });
  }, [current]);
  return (
    <nav
      aria-label="Sections"
      className="sticky top-0 z-10 -mx-4 border-b border-line bg-canvas sm:-mx-8 lg:top-6 lg:mx-0 lg:self-start lg:border-0"
    >
      <ul ref={list} className="relative flex gap-1 overflow-x-auto px-4 py-1 sm:px-8 lg:flex-col lg:p-0">
        {sections.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current} onClick={(event) => go(event, id)} className={LOOK}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Within the page: nothing is left, so nobody is asked about unsaved changes. */
function go(event: MouseEvent, id: string) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(history.state, "", `#${id}`);
  show(id);
}

function show(id: string) {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: "start" });
  if (section && !section.hasAttribute("tabindex")) section.tabIndex = -1;
  section?.focus({ preventScroll: true });
}

/** An address may name a section. */
function useStartAtHash() {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id) show(id);
  }, []);
}
