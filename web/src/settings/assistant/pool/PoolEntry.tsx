// One agent or one team of the pool. Either may be gone: somebody else has removed it since.
import { UsersRound, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Agent, Team } from "../../../api";
import { AgentState } from "../../../presence";
import { countOfAgents } from "../../../staff";
import { Avatar, IconButton } from "../../../ui";

interface EntryOf<T> {
  id: number;
  /** All there are, once they are known. */
  among: T[] | undefined;
  onRemove: () => void;
}

export function AgentEntry({ id, among, onRemove }: EntryOf<Agent>) {
  const agent = among?.find((one) => one.id === id);
  const name = agent?.full_name ?? nameless("Agent", id, among);
  return (
    <Entry face={<Avatar name={name} size="sm" />} name={name} onRemove={onRemove} state={agent ? <AgentState agent={agent} /> : null}>
      {agent ? <span className="block text-sm break-all text-muted">{agent.email}</span> : null}
    </Entry>
  );
}

export function TeamEntry({ id, among, onRemove }: EntryOf<Team>) {
  const team = among?.find((one) => one.id === id);
  return (
    <Entry face={<TeamFace />} name={team?.name ?? nameless("Team", id, among)} onRemove={onRemove}>
      {team ? <span className="block text-sm text-muted tabular-nums">{countOfAgents(team.agents.length)}</span> : null}
    </Entry>
  );
}

function TeamFace() {
  return (
    <span aria-hidden className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
      <UsersRound className="size-4" />
    </span>
  );
}

function nameless(what: string, id: number, among: unknown[] | undefined): string {
  return among ? `${what} ${id} (no longer there)` : `${what} ${id}`;
}

interface EntryProps {
  face: ReactNode;
  name: string;
  state?: ReactNode;
  onRemove: () => void;
  children: ReactNode;
}

function Entry({ face, name, state, onRemove, children }: EntryProps) {
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      {face}
      <span className="min-w-0 flex-1">
        <span className="block font-medium wrap-anywhere">{name}</span>
        {children}
      </span>
      {state}
      <IconButton label={`Remove ${name}`} size="sm" onClick={onRemove}>
        <X />
      </IconButton>
    </li>
  );
}
