// Why one question was answered like that: what was decided, from which passages, and what counted.
import { useEffect, useId, useRef } from "react";
import { Explanation } from "../../../verdict";
import type { Turn } from "./turns";

interface WhyProps {
  id: string;
  app: number;
  turn: Turn | undefined;
}

export function Why({ id, app, turn }: WhyProps) {
  if (turn) return <Explained id={id} app={app} turn={turn} />;
  return (
    <p id={id} className="hidden place-content-center border-l border-line p-6 text-center text-pretty text-muted @2xl:grid">
      Beside each answer you see why: how sure it was, which passages it found, and what counted.
    </p>
  );
}

function Explained({ id, app, turn }: WhyProps & { turn: Turn }) {
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [turn]);
  return (
    <section
      id={id}
      ref={panel}
      // What scrolls can be reached with the keyboard.
      tabIndex={0}
      aria-labelledby={heading}
      className="min-h-0 scroll-mb-24 overflow-y-auto border-t border-line p-5 focus-visible:-outline-offset-2 sm:px-6 @2xl:border-t-0 @2xl:border-l"
    >
      <h3 id={heading} className="font-semibold">
        Why
      </h3>
      <p dir="auto" className="mb-4 text-sm text-muted wrap-anywhere">
        <q>{turn.question}</q>
      </p>
      <Explanation app={app} verdict={turn.verdict} />
    </section>
  );
}
