// How conversations ended: one bar, and below it each ending in words and numbers.
import type { Report } from "../../api";
import { EmptyState, Section } from "../../ui";
import { inNumbers } from "../words";
import { endingShares, type EndingShare } from "./endings";

export function Endings({ report }: { report: Report }) {
  const shares = endingShares(report);
  return (
    <Section
      title="How conversations ended"
      description="Each conversation ends once. Silent: the customer wrote nothing more after the answer."
    >
      {report.episodes.ended === 0 ? (
        <EmptyState title="Nothing has ended yet">
          A conversation ends when an agent resolves it, or when the customer has been silent for a while.
        </EmptyState>
      ) : (
        <>
          <Bar shares={shares} />
          <ul aria-label="Endings" className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            {shares.map((share) => (
              <Entry key={share.ending} share={share} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Bar({ shares }: { shares: EndingShare[] }) {
  const some = shares.filter(({ count }) => count > 0);
  const said = some.map(({ label, percent }) => `${label} ${percent}%`).join("; ");
  return (
    <div role="img" aria-label={`Of all that ended: ${said}.`} className="flex h-7 gap-0.5 overflow-hidden rounded-lg">
      {some.map(({ ending, label, colour, count, percent }) => (
        <div
          key={ending}
          title={`${label}: ${inNumbers(count)} (${percent}%)`}
          className={`min-w-1 basis-0 ${colour}`}
          style={{ flexGrow: count }}
        />
      ))}
    </div>
  );
}

function Entry({ share: { label, colour, count, percent } }: { share: EndingShare }) {
  return (
    <li className="flex items-baseline gap-2.5">
      <span aria-hidden className={`mt-[5px] size-3 shrink-0 self-start rounded-sm ${colour}`} />
      <span className="min-w-0 flex-1">{label}</span>
      <span className="text-muted tabular-nums">{inNumbers(count)}</span>
      <span className="w-14 text-right font-semibold tabular-nums">{percent}%</span>
    </li>
  );
}
