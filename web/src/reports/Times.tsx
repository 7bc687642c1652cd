// How long customers waited, from their own message on.
import type { Report } from "../api";
import { lasting, Section, Table, type Column } from "../ui";
import { timesOf, type TimesRow } from "./figures";
import { inNumbers } from "./words";

const COLUMNS: Column<TimesRow>[] = [
  { label: "Time", heads: true, cell: ({ label }) => <span className="font-medium">{label}</span> },
  { label: "Half within", numeric: true, cell: ({ times }) => lasting(times.p50_ms) },
  { label: "90% within", numeric: true, cell: ({ times }) => lasting(times.p90_ms) },
  { label: "99% within", numeric: true, cell: ({ times }) => lasting(times.p99_ms) },
  { label: "Handovers", numeric: true, cell: ({ times }) => inNumbers(times.count) },
];

export function Times({ report }: { report: Report }) {
  return (
    <Section title="How long it took" description="From the customer's message that called for a person." flush>
      <Table label="How long it took" columns={COLUMNS} rows={timesOf(report)} rowKey={({ label }) => label} />
    </Section>
  );
}
