// The same by agent, and by AI Agent.
import type { Ratings, Report } from "../api";
import { Link } from "wouter";
import { lasting, Section, Table, type Column } from "../ui";
import { averageInWords } from "./ratings/scores";
import { inNumbers } from "./words";

type AgentRow = Report["agents"][number];
type AssistantRow = Report["assistants"][number];

const AGENTS: Column<AgentRow>[] = [
  { label: "Agent", heads: true, cell: ({ agent }) => <span className="font-medium break-words">{agent.full_name}</span> },
  { label: "Handovers", numeric: true, cell: ({ handovers }) => inNumbers(handovers) },
  { label: "Replied", numeric: true, cell: ({ replied }) => inNumbers(replied) },
  { label: "Solved", numeric: true, cell: ({ solved }) => inNumbers(solved) },
  { label: "First reply, mean", numeric: true, cell: ({ reply_mean_ms }) => lasting(reply_mean_ms) },
  { label: "Rating", numeric: true, cell: ({ ratings }) => <Rating ratings={ratings} /> },
];

export function ByAgent({ report: { agents } }: { report: Report }) {
  return (
    <Section title="By agent" description="Handovers that began in this time." flush>
      {agents.length === 0 ? (
        <p className="px-5 pb-5 text-muted sm:px-6">No agent has had a handover.</p>
      ) : (
        <Table label="By agent" columns={AGENTS} rows={agents} rowKey={({ agent }) => agent.id} />
      )}
    </Section>
  );
}

export function ByAssistant({ app, report: { assistants } }: { app: number; report: Report }) {
  const columns: Column<AssistantRow>[] = [
    {
      label: "AI Agent",
      heads: true,
      cell: ({ assistant, name }) => (
        <Link href={`/apps/${app}/assistants/${assistant}`} className="font-medium break-words text-accent-ink hover:underline">
          {name}
        </Link>
      ),
    },
    { label: "Ended", numeric: true, cell: ({ ended }) => inNumbers(ended) },
    { label: "Answered alone", numeric: true, cell: ({ answered }) => inNumbers(answered) },
    { label: "Handed over", numeric: true, cell: ({ handed_over }) => inNumbers(handed_over) },
    { label: "Rating", numeric: true, cell: ({ ratings }) => <Rating ratings={ratings} /> },
  ];
  return (
    <Section title="By AI Agent" description="Conversations that ended in this time." flush>
      {assistants.length === 0 ? (
        <p className="px-5 pb-5 text-muted sm:px-6">None has ended.</p>
      ) : (
        <Table label="By AI Agent" columns={columns} rows={assistants} rowKey={({ assistant }) => assistant} />
      )}
    </Section>
  );
}

function Rating({ ratings }: { ratings: Ratings }) {
  return (
    <span>
      {averageInWords(ratings)}
      {ratings.count > 0 ? <span className="text-muted"> ({inNumbers(ratings.count)})</span> : null}
    </span>
  );
}
