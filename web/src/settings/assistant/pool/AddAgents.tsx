// Picks agents for the pool.
import { Users } from "lucide-react";
import { AgentChoice } from "../../../agentChoice";
import { useEveryAgent } from "../../../staff";
import { LinkButton } from "../../../ui";
import { type Adding, AddToPool } from "./AddToPool";

export function AddAgents(adding: Adding) {
  return (
    <AddToPool
      {...adding}
      title="Add agents"
      query={useEveryAgent(adding.app)}
      icon={<Users />}
      none={{
        title: "No agents yet",
        text: "Agents are the people who answer your customers. The link opens in a new tab; whoever you create there appears here.",
        action: (
          <LinkButton newTab href={`/apps/${adding.app}/agents?new=1`} variant="primary">
            Create an agent
          </LinkButton>
        ),
      }}
      allChosen="Everybody is chosen already"
    >
      {(others, checked, onChange) => <AgentChoice agents={others} checked={checked} onChange={onChange} />}
    </AddToPool>
  );
}
