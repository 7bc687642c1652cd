// The teams and agents that conversations can be assigned to: lists that one adds to and removes from.
import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { useEveryAgent, useEveryTeam } from "../../../staff";
import { Button, FieldError, List } from "../../../ui";
import { AddAgents } from "./AddAgents";
import { AddTeams } from "./AddTeams";
import type { Draft } from "../draft";
import { AgentEntry, TeamEntry } from "./PoolEntry";
import { Warnings } from "../Warnings";

export function AgentPool({ draft }: { draft: Draft }) {
  const { saved } = draft;
  const chosen = draft.settings.unanswered.handover;
  const before = saved.settings.unanswered.handover;
  const heading = useId();
  const [adding, setAdding] = useState<"agents" | "teams" | null>(null);
  const agents = useEveryAgent(saved.app);
  const teams = useEveryTeam(saved.app);
  const setAgents = (ids: number[]) => draft.changeHandover({ agents: ids });
  const setTeams = (ids: number[]) => draft.changeHandover({ teams: ids });
  // The warning is about the pool as it was saved; beside a changed one it would only confuse.
  const asSaved = String(chosen.agents) === String(before.agents) && String(chosen.teams) === String(before.teams);
  const error = draft.errorOf("unanswered.handover.agents") ?? draft.errorOf("unanswered.handover.teams");
  const stop = () => setAdding(null);

  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={heading} className="font-medium">
          Agents that can be assigned
        </h3>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setAdding("teams")}>
            Add teams
          </Button>
          <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setAdding("agents")}>
            Add
          </Button>
        </div>
      </div>
      {asSaved ? <Warnings warnings={saved.warnings} about="pool" /> : null}
      {chosen.agents.length + chosen.teams.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line-strong px-4 py-5 text-center text-muted">
          Nobody can be assigned yet. Choose the agents who should take over conversations, or whole teams.
        </p>
      ) : null}
      {chosen.teams.length > 0 ? (
        <List label="Chosen teams" className="rounded-xl border border-line">
          {chosen.teams.map((id) => (
            <TeamEntry key={id} id={id} among={teams.data} onRemove={() => setTeams(chosen.teams.filter((other) => other !== id))} />
          ))}
        </List>
      ) : null}
      {chosen.agents.length > 0 ? (
        <List label="Chosen agents" className="rounded-xl border border-line">
          {chosen.agents.map((id) => (
            <AgentEntry key={id} id={id} among={agents.data} onRemove={() => setAgents(chosen.agents.filter((other) => other !== id))} />
          ))}
        </List>
      ) : null}
      {error ? <FieldError>{error}</FieldError> : null}
      {adding === "agents" ? (
        <AddAgents app={saved.app} chosen={chosen.agents} onClose={stop} onAdd={(ids) => setAgents([...chosen.agents, ...ids])} />
      ) : null}
      {adding === "teams" ? (
        <AddTeams app={saved.app} chosen={chosen.teams} onClose={stop} onAdd={(ids) => setTeams([...chosen.teams, ...ids])} />
      ) : null}
    </section>
  );
}
