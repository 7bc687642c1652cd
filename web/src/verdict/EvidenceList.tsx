// The passages that were found for a question, best first. Each opens to its whole text.
import type { Evidence } from "../api";

export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) return <p className="text-sm text-muted">No passages were found.</p>;
  return (
    <div>
      <p className="mb-1.5 text-sm font-semibold">Passages found</p>
      <ol className="flex flex-col gap-2">
        {evidence.map((passage, at) => (
          <li key={`${passage.source}-${at}`} className="rounded-lg border border-line text-sm">
            <details className="group">
              <summary className="flex list-none items-baseline justify-between gap-3 rounded-lg px-3 py-2 hover:bg-sunken">
                <span className="min-w-0">
                  <span className="block font-medium break-words">{passage.title}</span>
                  {passage.heading && passage.heading !== passage.title ? (
                    <span className="block break-words text-muted">{passage.heading}</span>
                  ) : null}
                  <span className="line-clamp-2 break-words text-muted group-open:hidden">{passage.text}</span>
                </span>
                <span className="shrink-0 tabular-nums text-muted">{passage.score.toFixed(2)}</span>
              </summary>
              <p className="border-t border-line px-3 py-2 break-words whitespace-pre-wrap">{passage.text}</p>
            </details>
          </li>
        ))}
      </ol>
    </div>
  );
}
