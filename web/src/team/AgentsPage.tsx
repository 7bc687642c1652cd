// The people who answer, and their teams. What is open is in the address, so that it can be linked to.
import { Plus } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useEveryTeam } from "../staff";
import { Button, Page, Tabs } from "../ui";
import { AgentList } from "./AgentList";
import { useAgents } from "./agents";
import { CreateAgent } from "./CreateAgent";
import { TeamDialog } from "./teams/TeamDialog";
import { TeamList } from "./teams/TeamList";

interface AgentsPageProps {
  app: number;
  tab: "agents" | "teams";
}

export function AgentsPage({ app, tab }: AgentsPageProps) {
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const agents = useAgents(app, wanted);
  const teams = useEveryTeam(app);
  const setCreating = (on: boolean) => setParams(on ? { new: "1" } : {}, { replace: true });
  const none = {
    agents: agents.isSuccess && agents.items.length === 0 && wanted === "",
    teams: teams.data?.length === 0,
  }[tab];
  const createButton = (
    <Button variant="primary" icon={<Plus className="size-4" />} onClick={() => setCreating(true)}>
      {tab === "teams" ? "Create team" : "Create agent"}
    </Button>
  );

  return (
    <Page
      title="Agents"
      description="The people who answer your customers at the Agent Desk."
      actions={none ? null : createButton}
    >
      <Tabs
        label="Agents"
        value={tab}
        onChange={(value) => navigate(value === "teams" ? `/apps/${app}/agents/teams` : `/apps/${app}/agents`)}
        tabs={[
          {
            value: "agents",
            label: "Agents",
            content: (
              <AgentList app={app} query={agents} search={search} wanted={wanted} onSearch={setSearch} createButton={createButton} />
            ),
          },
          { value: "teams", label: "Teams", content: <TeamList app={app} query={teams} createButton={createButton} /> },
        ]}
      />
      {params.has("new") ? (
        tab === "teams" ? (
          <TeamDialog app={app} team={null} onClose={() => setCreating(false)} />
        ) : (
          <CreateAgent app={app} onClose={() => setCreating(false)} />
        )
      ) : null}
    </Page>
  );
}
