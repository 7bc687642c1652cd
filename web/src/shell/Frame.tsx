// The frame of every Dashboard page: the bar at the top, the way to the content for keyboards, and the content.
import { useEffect, useRef, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { AccountMenu } from "../account";
import { OfflineBanner } from "./OfflineBanner";

interface FrameProps {
  /** On narrow screens: what opens the navigation. */
  menu?: ReactNode;
  /** Beside the name: which app this is. */
  place?: ReactNode;
  nav?: ReactNode;
  children: ReactNode;
}

export function Frame({ menu, place, nav, children }: FrameProps) {
  const main = useScrollToTop();
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:shadow-raised"
      >
        Skip to the content
      </a>
      <header className="z-30 flex h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-4">
        {menu}
        <Link href="/" className="flex items-center gap-2.5 rounded-lg font-semibold tracking-tight">
          <img src="/icon.svg" alt="" className="size-7" />
          <span className={menu ? "max-md:sr-only" : undefined}>Baton</span>
        </Link>
        <div className="flex min-w-0 flex-1 items-center">{place}</div>
        <AccountMenu />
      </header>
      <OfflineBanner />
      <div className="flex flex-1 flex-col md:min-h-0 md:flex-row">
        {nav}
        {/* On wide screens only the content scrolls, and the scrollbar keeps its place so that nothing jumps sideways. */}
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className="relative flex min-w-0 flex-1 flex-col focus:outline-none md:overflow-y-auto md:[scrollbar-gutter:stable]"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

/** A new page begins at its top. */
function useScrollToTop() {
  const main = useRef<HTMLElement>(null);
  const [location] = useLocation();
  useEffect(() => {
    main.current?.scrollTo(0, 0);
    scrollTo(0, 0);
  }, [location]);
  return main;
}
