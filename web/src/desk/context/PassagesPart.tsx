// The passages that were found, how well they fit, and the bar they did not reach.
import { useState } from "react";
import type { Packet } from "../../api";
import { Button, percent } from "../../ui";
import { Part } from "./Part";

const FIRST = 3;

export function PassagesPart({ packet: { passages, threshold } }: { packet: Packet }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? passages : passages.slice(0, FIRST);
  return (
    <Part title="Found in the knowledge">
      {passages.length === 0 ? (
        <p className="text-sm text-muted">Nothing that fits was found.</p>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">The AI Agent answers from {percent(threshold)}.</p>
          <ul className="flex flex-col gap-2">
            {shown.map((passage, index) => (
              <Passage key={`${passage.source}-${index}`} passage={passage} />
            ))}
          </ul>
          {shown.length < passages.length ? (
            <Button size="sm" variant="ghost" className="mt-1 -ml-2 h-8 px-2 max-md:h-11" onClick={() => setShowsAll(true)}>
              {passages.length - shown.length} more
            </Button>
          ) : null}
        </>
      )}
    </Part>
  );
}

function Passage({ passage: { title, heading, text, score } }: { passage: Packet["passages"][number] }) {
  return (
    <li className="rounded-xl border border-line">
      <details className="group">
        <summary className="flex list-none items-start gap-2 rounded-xl px-3 py-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1">
            <span className="block font-medium wrap-anywhere">{title}</span>
            {heading ? <span className="block text-sm text-muted wrap-anywhere">{heading}</span> : null}
            <span dir="auto" className="mt-0.5 line-clamp-2 text-sm text-muted wrap-anywhere group-open:hidden">
              {text}
            </span>
          </span>
          <span title="How well it fits" className="text-sm font-semibold text-muted tabular-nums">
            {percent(score)}
          </span>
        </summary>
        <p dir="auto" className="px-3 pb-2.5 text-sm whitespace-pre-wrap wrap-anywhere">
          {text}
        </p>
      </details>
    </li>
  );
}
