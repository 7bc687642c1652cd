// Each field that is not as it was, before and after.
import type { AuditChange } from "../api";
import { fieldInWords, valueInWords } from "./words";

export function Changes({ changes }: { changes: AuditChange[] }) {
  return (
    <details>
      <summary className="w-fit rounded text-sm text-accent-ink max-md:py-2">
        {changes.length === 1 ? "1 change" : `${changes.length} changes`}
      </summary>
      <dl className="mt-2 flex flex-col divide-y divide-line rounded-xl border border-line text-sm">
        {changes.map((change) => (
          <div key={change.field} className="grid gap-x-4 gap-y-1.5 px-3.5 py-2.5 md:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
            <dt className="font-medium wrap-anywhere">{fieldInWords(change.field)}</dt>
            <dd>
              <BeforeAndAfter change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const VALUE = "rounded-md px-2 py-0.5 whitespace-pre-wrap no-underline wrap-anywhere";

function BeforeAndAfter({ change }: { change: AuditChange }) {
  const before = valueInWords(change.before);
  const after = valueInWords(change.after);
  if (before === null && after === null) return <span className="text-muted">Changed; it is a secret</span>;
  return (
    <span className="flex flex-col items-start gap-1">
      <del className={`${VALUE} bg-danger-soft text-danger`}>
        <span className="sr-only">Before: </span>
        {before ?? "nothing"}
      </del>
      <ins className={`${VALUE} bg-ok-soft text-ok`}>
        <span className="sr-only">After: </span>
        {after ?? "nothing"}
      </ins>
    </span>
  );
}
