// The numbers that people look at first.
import type { Report } from "../api";
import { lasting, percent } from "../ui";
import { inNumbers } from "./words";

export function Facts({ report: { episodes, handovers } }: { report: Report }) {
  const facts = [
    { name: "Ended", value: inNumbers(episodes.ended) },
    { name: "Open now", value: inNumbers(episodes.open) },
    { name: "Handover rate", value: handovers.rate === null ? "–" : percent(handovers.rate) },
    { name: "First reply, half within", value: lasting(handovers.to_reply.p50_ms) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {facts.map(({ name, value }) => (
        <div
          key={name}
          className="flex flex-col justify-between gap-1 rounded-2xl border border-line bg-surface px-4 py-3.5 shadow-card sm:px-5"
        >
          <dt className="text-sm text-muted text-pretty">{name}</dt>
          <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
