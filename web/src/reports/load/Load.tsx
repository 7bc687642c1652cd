// How many conversations and handovers began when: as bars, and as a table for who cannot or does not want to read them.
import type { Report } from "../../api";
import { Section, Table, type Column } from "../../ui";
import { inNumbers } from "../words";
import { Bars } from "./Bars";
import { barsOf, unitOf, type Bar } from "./bars";

export function Load({ report: { hours } }: { report: Report }) {
  const bars = barsOf(hours);
  const unit = unitOf(hours);
  const columns: Column<Bar>[] = [
    { label: unit === "hour" ? "Hour" : "Day", heads: true, cell: ({ title }) => title },
    { label: "Conversations", numeric: true, cell: ({ episodes }) => inNumbers(episodes) },
    { label: "Handovers", numeric: true, cell: ({ handovers }) => inNumbers(handovers) },
  ];
  return (
    <Section title={`Load by ${unit}`} description="When conversations and handovers began, in your time zone.">
      <Legend />
      <Bars bars={bars} label={inWords(bars)} />
      <details>
        <summary className="rounded text-sm text-accent-ink underline underline-offset-2">Show as a table</summary>
        <div className="mt-2 max-w-xl rounded-xl border border-line">
          <Table label={`Load by ${unit}`} columns={columns} rows={bars} rowKey={({ at }) => at} />
        </div>
      </details>
    </Section>
  );
}

function Legend() {
  return (
    <p aria-hidden className="-mb-1 flex gap-5 text-sm text-muted">
      <span className="flex items-center gap-2">
        <span className="size-3 rounded-sm bg-ai/65" /> Conversations
      </span>
      <span className="flex items-center gap-2">
        <span className="size-3 rounded-sm bg-accent" /> Handovers
      </span>
    </p>
  );
}

function inWords(bars: Bar[]): string {
  const sum = (of: "episodes" | "handovers") => bars.reduce((total, bar) => total + bar[of], 0);
  const busiest = bars.reduce((most, bar) => (bar.episodes > most.episodes ? bar : most), bars[0] ?? NONE);
  const all = `${inNumbers(sum("episodes"))} conversations and ${inNumbers(sum("handovers"))} handovers began`;
  return busiest.episodes === 0 ? `${all}.` : `${all}; most conversations, ${inNumbers(busiest.episodes)}, ${busiest.title}.`;
}

const NONE: Bar = { at: 0, tick: "", title: "", episodes: 0, handovers: 0 };
