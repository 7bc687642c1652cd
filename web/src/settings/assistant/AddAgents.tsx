// The dialog that picks agents for the pool: search, check, Add.
import type { UseQueryResult } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useState } from "react";
import type { Agent } from "../../api";
import { AgentState } from "../../presence";
import { Button, Checkbox, Dialog, EmptyState, Input, LinkButton, List, Loaded } from "../../ui";

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
        {(everybody) =>
          everybody.length === 0 ? (
            <NoAgents app={app} />
          ) : (
            <Choice
              agents={everybody.filter((agent) => !chosen.includes(agent.id))}
              checked={checked}
              onChange={setChecked}
            />
          )
        }
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

interface ChoiceProps {
  agents: Agent[];
  checked: number[];
  onChange: (ids: number[]) => void;
}

function Choice({ agents, checked, onChange }: ChoiceProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = agents.filter((agent) => `${agent.full_name} ${agent.email}`.toLowerCase().includes(wanted));
  const toggle = (id: number, on: boolean) => onChange(on ? [...checked, id] : checked.filter((other) => other !== id));

  if (agents.length === 0) return <EmptyState icon={<Users />} title="Everybody is chosen already" />;
  return (
    <div className="flex flex-col gap-2">
      <Input
        type="search"
        aria-label="Search agents"
        placeholder="Search by name or e-mail"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <List label="Agents">
        {found.map((agent) => (
          <li key={agent.id} className="flex items-center justify-between gap-3 py-2.5">
            <Checkbox
              className="flex-1"
              label={agent.full_name}
              description={agent.email}
              disabled={agent.disabled}
              checked={checked.includes(agent.id)}
              onChange={(on) => toggle(agent.id, on)}
            />
            <AgentState agent={agent} />
          </li>
        ))}
      </List>
      {found.length === 0 ? <p className="py-6 text-center text-muted">Nobody matches “{search.trim()}”.</p> : null}
    </div>
  );
}
