// The passages that were found for a question, best first. Each opens to its whole text.
import { Link } from "wouter";
import type { Evidence } from "../api";
import { percent } from "../ui";

interface EvidenceListProps {
  app: number;
  evidence: Evidence[];
  by_meaning: boolean;
}

export function EvidenceList({ app, evidence, by_meaning }: EvidenceListProps) {
  const how = by_meaning ? "by meaning and by words" : "by words alone";
  if (evidence.length === 0) return <p className="text-muted">No passages were found. The knowledge was searched {how}.</p>;
  return (
    <div>
      <p className="mb-1.5">
        <span className="font-semibold">Passages found</span> <span className="text-muted">{how}</span>
      </p>
      <ol className="flex flex-col gap-2">
        {evidence.map((passage, at) => (
          <Passage key={`${passage.source}-${at}`} app={app} passage={passage} />
        ))}
      </ol>
    </div>
  );
}

function Passage({ app, passage: { source, title, heading, text, score, address } }: { app: number; passage: Evidence }) {
  return (
    <li className="rounded-lg border border-line">
      <details className="group">
        <summary className="flex list-none items-baseline justify-between gap-3 rounded-lg px-3 py-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">{title}</span>
            {heading && heading !== title ? <span className="block text-muted wrap-anywhere">{heading}</span> : null}
            <span dir="auto" className="line-clamp-2 text-muted wrap-anywhere group-open:hidden">
              {text}
            </span>
          </span>
          <span title="How well it fits" className="shrink-0 tabular-nums text-muted">
            {percent(score)}
          </span>
        </summary>
        <div className="border-t border-line px-3 py-2">
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {text}
          </p>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            <Link href={`/apps/${app}/knowledge?source=${source}`} className="text-accent-ink underline underline-offset-2">
              Open the source
            </Link>
            {address ? <WebAddress address={address} /> : null}
          </p>
        </div>
      </details>
    </li>
  );
}

/** An address is somebody else's text: only what is plainly a web page becomes a link. */
function WebAddress({ address }: { address: string }) {
  if (!/^https?:\/\//.test(address)) return <span className="text-muted wrap-anywhere">{address}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer" className="text-accent-ink underline underline-offset-2 wrap-anywhere">
      {address}
    </a>
  );
}
