// What counted for and against an answer: bars to the right speak for it, bars to the left against it.
import { useId } from "react";
import type { Signal } from "../api";
import { cx } from "../ui";
import { SIGNAL_NAMES, signed, weighed } from "./signals";

export function SignalList({ signals }: { signals: Signal[] }) {
  const heading = useId();
  if (signals.length === 0) return null;
  const { counted, rest, most } = weighed(signals);
  return (
    <div>
      <p id={heading} className="font-semibold">
        What counted
      </p>
      <p className="mb-2 text-muted">About the best passage, against an ordinary one. Right speaks for answering, left against it.</p>
      <ul aria-labelledby={heading} className="flex flex-col gap-2 sm:gap-1.5">
        {counted.map((signal) => (
          <Row key={signal.name} signal={signal} most={most} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="rounded text-muted hover:text-ink">{rest.length} more that hardly counted</summary>
          <ul className="mt-1.5 flex flex-col gap-2 sm:gap-1.5">
            {rest.map((signal) => (
              <Row key={signal.name} signal={signal} most={most} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Row({ signal: { name, value, adds }, most }: { signal: Signal; most: number }) {
  const share = most > 0 ? Math.min(1, Math.abs(adds) / most) * 50 : 0;
  return (
    <li title={`Measured ${value.toFixed(2)}`} className="grid grid-cols-[minmax(0,1fr)_3rem] items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_6.5rem_3rem]">
      <span className="max-sm:col-span-2">{SIGNAL_NAMES[name] ?? name}</span>
      <span aria-hidden className="relative h-2.5">
        <span className="absolute inset-y-[-3px] left-1/2 w-px bg-line-strong" />
        <span
          className={cx("absolute inset-y-0", adds < 0 ? "right-1/2 rounded-l-sm bg-warn/70" : "left-1/2 rounded-r-sm bg-ok/70")}
          style={{ width: `${share}%` }}
        />
      </span>
      <span className="text-right tabular-nums">{signed(adds)}</span>
    </li>
  );
}
