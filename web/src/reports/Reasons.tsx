// Why a person was called, the most frequent reason first.
import type { Report } from "../api";
import { Section } from "../ui";
import { inNumbers, reasonInWords } from "./words";

export function Reasons({ report: { handovers } }: { report: Report }) {
  const reasons = handovers.reasons.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const most = Math.max(1, ...reasons.map(({ count }) => count));
  return (
    <Section title="Why a person was called">
      {reasons.length === 0 ? (
        <p className="text-muted">Nobody was called.</p>
      ) : (
        <ul aria-label="Reasons" className="flex flex-col gap-3">
          {reasons.map(({ reason, count }) => (
            <li key={reason} className="flex flex-col gap-1">
              <span className="flex items-baseline justify-between gap-3">
                <span>{reasonInWords(reason)}</span>
                <span className="font-semibold tabular-nums">{inNumbers(count)}</span>
              </span>
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${(count / most) * 100}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
