// The dialog that picks agents for the pool: search, check, Add.
import type { UseQueryResult } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useState } from "react";
import { AgentChoice } from "../../agentChoice";
import type { Agent } from "../../api";
import { Button, Dialog, EmptyState, LinkButton, Loaded } from "../../ui";

interface AddAgentsProps {
  app: number;
  agents: UseQueryResult<Agent[]>;
  chosen: number[];
  onClose: () => void;
  onAdd: (ids: number[]) => void;
}

export function AddAgents({ app, agents, chosen, onClose, onAdd }: AddAgentsProps) {
  const [checked, setChecked] = useState<number[]>([]);
  const add = () => {
    if (checked.length === 0) return;
    onAdd(checked);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add agents"
      onSubmit={add}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={checked.length === 0}>
            Add
          </Button>
        </>
      }
    >
      <Loaded query={agents}>
        {(everybody) => {
          const others = everybody.filter((agent) => !chosen.includes(agent.id));
          if (everybody.length === 0) return <NoAgents app={app} />;
          if (others.length === 0) return <EmptyState icon={<Users />} title="Everybody is chosen already" />;
          return <AgentChoice agents={others} checked={checked} onChange={setChecked} />;
        }}
      </Loaded>
    </Dialog>
  );
}

function NoAgents({ app }: { app: number }) {
  return (
    <EmptyState
      icon={<Users />}
      title="No agents yet"
      action={
        <LinkButton newTab href={`/apps/${app}/agents?new=1`} variant="primary">
          Create an agent
        </LinkButton>
      }
    >
      Agents are the people who answer your customers. The link opens in a new tab; whoever you create there appears here.
    </EmptyState>
  );
}
