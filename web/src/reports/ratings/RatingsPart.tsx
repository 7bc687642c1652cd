// What customers think of the help they got: the average, the share of the satisfied, and each score.
import type { Ratings } from "../../api";
import { percent, Section } from "../../ui";
import { inNumbers } from "../words";
import { averageInWords, satisfied, scoresOf, type Score } from "./scores";

export function RatingsPart({ ratings }: { ratings: Ratings }) {
  const share = satisfied(ratings);
  return (
    <Section title="Customer satisfaction" description="Given by customers when an agent was done, from 1 to 5.">
      {share === null ? (
        <p className="text-muted">Nobody has rated in this time.</p>
      ) : (
        <div className="grid items-center gap-x-10 gap-y-5 sm:grid-cols-[auto_minmax(0,1fr)]">
          <dl className="flex gap-8 sm:flex-col sm:gap-3">
            <Fact name="Satisfied (4 or 5)" value={percent(share)} />
            <Fact name={ratings.count === 1 ? "Average of 1 rating" : `Average of ${inNumbers(ratings.count)} ratings`} value={averageInWords(ratings)} />
          </dl>
          <ul aria-label="Ratings" className="flex flex-col gap-2">
            {scoresOf(ratings).map((score) => (
              <Line key={score.score} {...score} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
    </div>
  );
}

function Line({ score, count, percent: share }: Score) {
  return (
    <li className="flex items-center gap-3 tabular-nums">
      <span className="w-3 shrink-0 text-right font-medium">{score}</span>
      <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${share}%` }} />
      </span>
      <span className="w-10 shrink-0 text-right text-muted">{inNumbers(count)}</span>
      <span className="w-14 shrink-0 text-right font-semibold">{share}%</span>
    </li>
  );
}
