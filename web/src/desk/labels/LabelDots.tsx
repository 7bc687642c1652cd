// A conversation's labels in one line of a list: the names of the first ones, and how many more there are.
import type { Label } from "../../api";
import { Swatch } from "../../ui";

const NAMED = 2;

export function LabelDots({ labels }: { labels: Label[] }) {
  if (labels.length === 0) return null;
  const more = labels.length - NAMED;
  return (
    <span className="flex min-w-0 items-center gap-2 text-[13px] text-muted">
      <span className="sr-only">Labels:</span>
      {labels.slice(0, NAMED).map((label) => (
        <span key={label.id} className="flex min-w-0 items-center gap-1">
          <Swatch hue={label.colour} />
          <span className="truncate">{label.name}</span>
        </span>
      ))}
      {more > 0 ? <span className="shrink-0">+{more}</span> : null}
    </span>
  );
}
