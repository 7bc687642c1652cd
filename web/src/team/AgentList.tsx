// The agents: who is there, how busy they are, and what an admin can do for them.
import { Users } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Agent } from "../api";
import { CenteredSpinner, EmptyState, ErrorState, Input, Section, ShowMore, Table } from "../ui";
import { agentColumns } from "./agentColumns";
import { AgentWishes, type Wish } from "./AgentWishes";
import type { useAgents } from "./agents";
import { atAGlance } from "./atAGlance";

interface AgentListProps {
  app: number;
  query: ReturnType<typeof useAgents>;
  search: string;
  /** What was searched for in what is shown: the search, as soon as there is time for it. */
  wanted: string;
  onSearch: (search: string) => void;
  createButton: ReactNode;
}

export function AgentList({ app, query, search, wanted, onSearch, createButton }: AgentListProps) {
  const [wish, setWish] = useState<Wish | null>(null);
  const nobody = query.isSuccess && query.items.length === 0 && wanted === "";
  return (
    <Section flush>
      {nobody ? (
        <EmptyState icon={<Users />} title="No agents yet" action={createButton}>
          Create one for each person who should take over conversations. They sign in at this address.
        </EmptyState>
      ) : (
        <>
          <div className="-mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4 sm:px-6">
            <Input
              type="search"
              aria-label="Search agents"
              placeholder="Search by name or e-mail"
              className="sm:max-w-xs"
              value={search}
              onChange={(event) => onSearch(event.target.value)}
            />
            {/* Of a part of them, it would say too little. */}
            {query.items.length > 0 && wanted === "" && !query.hasNextPage ? (
              <p className="text-sm text-muted tabular-nums">{atAGlance(query.items)}</p>
            ) : null}
          </div>
          <Found query={query} wanted={wanted} onWish={setWish} />
        </>
      )}
      <AgentWishes app={app} wish={wish} onClose={() => setWish(null)} />
    </Section>
  );
}

interface FoundProps {
  query: AgentListProps["query"];
  wanted: string;
  onWish: (wish: Wish) => void;
}

function Found({ query, wanted, onWish }: FoundProps) {
  if (query.isPending) return <CenteredSpinner />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.items.length === 0) return <EmptyState title={`Nobody matches “${wanted}”`}>Try a part of the name or of the e-mail address.</EmptyState>;
  return (
    <div>
      <Table<Agent> label="Agents" columns={agentColumns(onWish)} rows={query.items} rowKey={(agent) => agent.id} />
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </div>
  );
}
