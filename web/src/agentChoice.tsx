// Agents to choose from: a box to search in, and a checkbox for each of them.
import { useState } from "react";
import type { Agent } from "./api";
import { AgentState } from "./presence";
import { Checkbox, Input, List } from "./ui";

interface AgentChoiceProps {
  agents: Agent[];
  checked: number[];
  onChange: (ids: number[]) => void;
}

export function AgentChoice({ agents, checked, onChange }: AgentChoiceProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = agents.filter((agent) => `${agent.full_name} ${agent.email}`.toLowerCase().includes(wanted));
  const toggle = (id: number, on: boolean) => onChange(on ? [...checked, id] : checked.filter((other) => other !== id));
  return (
    <div className="flex flex-col gap-2">
      <Input
        type="search"
        aria-label="Search agents"
        placeholder="Search by name or e-mail"
        value={search}
        // Whoever searches is not done yet: the form around it is not sent.
        onKeyDown={(event) => (event.key === "Enter" ? event.preventDefault() : undefined)}
        onChange={(event) => setSearch(event.target.value)}
      />
      <List label="Agents">
        {found.map((agent) => (
          <li key={agent.id} className="flex items-center justify-between gap-3 py-2.5">
            <Checkbox
              className="flex-1"
              label={agent.full_name}
              description={agent.email}
              // Who is chosen already can be left out.
              disabled={agent.disabled && !checked.includes(agent.id)}
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
