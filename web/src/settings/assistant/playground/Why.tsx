// Why one question was answered like that: what was decided, from which passages, and what counted.
import { useEffect, useId, useRef } from "react";
import { cx } from "../../../ui";
import { Explanation } from "../../../verdict";
import type { Turn } from "./turns";

export function Why({ id, app, turn }: { id: string; app: number; turn: Turn | undefined }) {
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [turn]);
  return (
    <section
      id={id}
      ref={panel}
      tabIndex={turn ? 0 : undefined}
      aria-labelledby={heading}
      className={cx(
        "min-h-0 scroll-mb-24 overflow-y-auto border-t border-line p-5 focus-visible:-outline-offset-2 sm:px-6 @2xl:border-t-0 @2xl:border-l",
        !turn && "hidden @2xl:block",
      )}
    >
      <h3 id={heading} className="font-semibold">
        Why
      </h3>
      {turn ? (
        <>
          <p dir="auto" className="mb-4 text-sm text-muted wrap-anywhere">
            <q>{turn.question}</q>
          </p>
          <Explanation app={app} verdict={turn.verdict} />
        </>
      ) : (
        <p className="mt-1 text-sm text-pretty text-muted">
          Here you see how sure it was, the passages that it found, and what counted for and against an answer.
        </p>
      )}
    </section>
  );
}
