// The questions of a message that asks several things, and what becomes of each.
import type { VerdictPart } from "../api";
import { percent } from "../ui";
import { OutcomeBadge } from "./OutcomeBadge";

export function Parts({ parts }: { parts: VerdictPart[] }) {
  if (parts.length < 2) return null;
  return (
    <div>
      <p className="mb-1.5 font-semibold">The message asks {parts.length} things</p>
      <ol className="divide-y divide-line rounded-lg border border-line">
        {parts.map(({ question, outcome, score }, at) => (
          <li key={at} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-3 py-2">
            <span dir="auto" className="min-w-0 flex-1 basis-40 wrap-anywhere">
              {question}
            </span>
            <span className="flex items-center gap-2">
              <OutcomeBadge outcome={outcome} />
              <span className="tabular-nums text-muted">{percent(score)}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
