// The people who answer, their teams, and who is invited. What is open is in the address, so that it can be linked to.
import { Link2, Plus } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useEveryTeam } from "../staff";
import { Button, LinkButton, Page, Tabs } from "../ui";
import { AgentList } from "./AgentList";
import { useAgents } from "./agents";
import { CreateAgent } from "./CreateAgent";
import { InvitationList } from "./invitations/InvitationList";
import { useInvitations } from "./invitations/invitations";
import { InviteDialog } from "./invitations/InviteDialog";
import { TeamDialog } from "./teams/TeamDialog";
import { TeamList } from "./teams/TeamList";

type Tab = "agents" | "teams" | "invitations";

interface AgentsPageProps {
  app: number;
  tab: Tab;
}

const NEW: Record<Tab, string> = { agents: "Create agent", teams: "Create team", invitations: "Invite somebody" };

export function AgentsPage({ app, tab }: AgentsPageProps) {
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const agents = useAgents(app, wanted);
  const teams = useEveryTeam(app);
  const invitations = useInvitations(app);
  const setCreating = (on: boolean) => setParams(on ? { new: "1" } : {}, { replace: true });
  const none = {
    agents: agents.isSuccess && agents.items.length === 0 && wanted === "",
    teams: teams.data?.length === 0,
    invitations: invitations.isSuccess && invitations.items.length === 0,
  }[tab];
  const newButton = (
    <Button variant="primary" icon={<Plus className="size-4" />} onClick={() => setCreating(true)}>
      {NEW[tab]}
    </Button>
  );
  const inviteLink = (
    <LinkButton href={`/apps/${app}/agents/invitations?new=1`} icon={<Link2 aria-hidden className="size-4" />}>
      Invite by link
    </LinkButton>
  );
  const agentButtons = (
    <>
      {inviteLink}
      {newButton}
    </>
  );

  return (
    <Page
      title="Agents"
      description="The people who answer your customers at the Agent Desk."
      actions={none ? null : tab === "agents" ? agentButtons : newButton}
    >
      <Tabs
        label="Agents"
        value={tab}
        onChange={(value) => navigate(value === "agents" ? `/apps/${app}/agents` : `/apps/${app}/agents/${value}`)}
        tabs={[
          {
            value: "agents",
            label: "Agents",
            content: (
              <AgentList
                app={app}
                query={agents}
                search={search}
                wanted={wanted}
                onSearch={setSearch}
                createButton={<span className="flex flex-wrap justify-center gap-2">{agentButtons}</span>}
              />
            ),
          },
          { value: "teams", label: "Teams", content: <TeamList app={app} query={teams} createButton={newButton} /> },
          {
            value: "invitations",
            label: "Invitations",
            content: <InvitationList app={app} query={invitations} inviteButton={newButton} />,
          },
        ]}
      />
      {params.has("new") ? <NewDialog app={app} tab={tab} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function NewDialog({ app, tab, onClose }: AgentsPageProps & { onClose: () => void }) {
  switch (tab) {
    case "agents":
      return <CreateAgent app={app} onClose={onClose} />;
    case "teams":
      return <TeamDialog app={app} team={null} onClose={onClose} />;
    case "invitations":
      return <InviteDialog app={app} onClose={onClose} />;
  }
}
