// The agents that conversations can be assigned to: a list that one adds to and removes from.
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import type { Agent } from "../../api";
import { everyPage } from "../../paging";
import { AgentState } from "../../presence";
import { Avatar, Button, FieldError, IconButton, List } from "../../ui";
import { AddAgents } from "./AddAgents";

import type { Draft } from "./draft";
import { Warnings } from "./Warnings";

export function AgentPool({ draft }: { draft: Draft }) {
  const { saved } = draft;
  const chosen = draft.settings.unanswered.handover.agents;
  const heading = useId();
  const [adding, setAdding] = useState(false);
  const agents = useQuery({
    queryKey: ["agents", saved.app, "every"],
    queryFn: ({ signal }) => everyPage<Agent>(`/apps/${saved.app}/agents`, signal),
    // Agents are created in another tab, sometimes quickly.
    refetchOnWindowFocus: "always",
  });
  const set = (ids: number[]) => draft.changeHandover({ agents: ids });
  // The warning is about the list as it was saved; beside a changed list it would only confuse.
  const asSaved = String(chosen) === String(saved.settings.unanswered.handover.agents);
  const error = draft.errorOf("unanswered.handover.agents");

  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={heading} className="font-medium">
          Agents that can be assigned
        </h3>
        <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>
          Add
        </Button>
      </div>
      {asSaved ? <Warnings warnings={saved.warnings} about="pool" /> : null}
      {chosen.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line-strong px-4 py-5 text-center text-muted">
          Nobody can be assigned yet. Choose the agents who should take over conversations.
        </p>
      ) : (
        <List label="Chosen agents" className="rounded-xl border border-line">
          {chosen.map((id) => (
            <PoolEntry
              key={id}
              name={agents.data?.find((agent) => agent.id === id)?.full_name ?? nameless(id, agents.isSuccess)}
              agent={agents.data?.find((agent) => agent.id === id)}
              onRemove={() => set(chosen.filter((other) => other !== id))}
            />
          ))}
        </List>
      )}
      {error ? <FieldError>{error}</FieldError> : null}
      {adding ? (
        <AddAgents
          app={saved.app}
          agents={agents}
          chosen={chosen}
          onClose={() => setAdding(false)}
          onAdd={(ids) => set([...chosen, ...ids])}
        />
      ) : null}
    </section>
  );
}

function nameless(id: number, loaded: boolean): string {
  return loaded ? `Agent ${id} (no longer there)` : `Agent ${id}`;
}

interface PoolEntryProps {
  name: string;
  agent: Agent | undefined;
  onRemove: () => void;
}

function PoolEntry({ name, agent, onRemove }: PoolEntryProps) {
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <Avatar name={name} size="sm" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">{name}</span>
        {agent ? <span className="block text-sm break-all text-muted">{agent.email}</span> : null}
      </span>
      {agent ? <AgentState agent={agent} /> : null}
      <IconButton label={`Remove ${name}`} size="sm" onClick={onRemove}>
        <X />
      </IconButton>
    </li>
  );
}
