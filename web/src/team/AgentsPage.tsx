// The people who answer: who is there, how busy they are, and what an admin can do for them.
import { Plus, Users } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useSearchParams } from "wouter";
import type { Agent } from "../api";
import { Button, EmptyState, ErrorState, CenteredSpinner, Input, Page, Section, ShowMore, Table } from "../ui";
import { agentColumns } from "./agentColumns";
import { AgentWishes, type Wish } from "./AgentWishes";
import { useAgents } from "./agents";
import { atAGlance } from "./atAGlance";
import { CreateAgent } from "./CreateAgent";

export function AgentsPage({ app }: { app: number }) {
  const [search, setSearch] = useState("");
  const [params, setParams] = useSearchParams();
  const [wish, setWish] = useState<Wish | null>(null);
  const wanted = useDeferredValue(search.trim());
  const agents = useAgents(app, wanted);
  const creating = params.has("new");
  const setCreating = (on: boolean) => setParams(on ? { new: "1" } : {}, { replace: true });
  const nobody = agents.isSuccess && agents.items.length === 0 && wanted === "";
  const createButton = (
    <Button variant="primary" icon={<Plus className="size-4" />} onClick={() => setCreating(true)}>
      Create agent
    </Button>
  );

  return (
    <Page
      title="Agents"
      description="The people who answer your customers at the Agent Desk."
      actions={nobody ? null : createButton}
    >
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
                onChange={(event) => setSearch(event.target.value)}
              />
              {/* Of a part of them, it would say too little. */}
              {agents.items.length > 0 && wanted === "" && !agents.hasNextPage ? (
                <p className="text-sm text-muted tabular-nums">{atAGlance(agents.items)}</p>
              ) : null}
            </div>
            <Agents query={agents} search={wanted} onWish={setWish} />
          </>
        )}
      </Section>
      {creating ? <CreateAgent app={app} onClose={() => setCreating(false)} /> : null}
      <AgentWishes app={app} wish={wish} onClose={() => setWish(null)} />
    </Page>
  );
}

interface AgentsProps {
  query: ReturnType<typeof useAgents>;
  search: string;
  onWish: (wish: Wish) => void;
}

function Agents({ query, search, onWish }: AgentsProps) {
  if (query.isPending) return <CenteredSpinner />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.items.length === 0) return <EmptyState title={`Nobody matches “${search}”`}>Try a part of the name or of the e-mail address.</EmptyState>;
  return (
    <div>
      <Table<Agent> label="Agents" columns={agentColumns(onWish)} rows={query.items} rowKey={(agent) => agent.id} />
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </div>
  );
}
