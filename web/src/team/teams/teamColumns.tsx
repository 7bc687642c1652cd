// One team as a row: its name, who is in it, and the menu of wishes.
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import type { Team } from "../../api";
import { countOfAgents } from "../../staff";
import { Avatar, IconButton, Menu, type Column } from "../../ui";
import { membersInWords } from "./membersInWords";

const FACES = 3;

interface TeamWishes {
  onEdit: (team: Team) => void;
  onRemove: (team: Team) => void;
}

export function teamColumns({ onEdit, onRemove }: TeamWishes): Column<Team>[] {
  return [
    {
      label: "Name",
      heads: true,
      cell: ({ name, agents }) => (
        <span className="min-w-0">
          <span className="block font-medium wrap-anywhere">{name}</span>
          <span className="block text-sm text-muted tabular-nums">{countOfAgents(agents.length)}</span>
        </span>
      ),
    },
    {
      label: "Agents",
      cell: ({ agents }) => (agents.length > 0 ? <Members agents={agents} /> : <span className="text-muted">Nobody yet</span>),
    },
    {
      label: "Actions",
      hideLabel: true,
      numeric: true,
      cell: (team) => (
        <Menu
          trigger={
            <IconButton label={`More for ${team.name}`} size="sm" className="max-md:absolute max-md:top-4 max-md:right-3">
              <Ellipsis />
            </IconButton>
          }
          items={[
            { label: "Edit", icon: <Pencil />, onSelect: () => onEdit(team) },
            { label: "Remove", icon: <Trash2 />, danger: true, onSelect: () => onRemove(team) },
          ]}
        />
      ),
    },
  ];
}

function Members({ agents }: Pick<Team, "agents">) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="flex shrink-0 gap-1 max-md:hidden">
        {agents.slice(0, FACES).map(({ id, full_name }) => (
          <Avatar key={id} name={full_name} size="sm" />
        ))}
      </span>
      <span className="min-w-0 break-words">{membersInWords(agents)}</span>
    </span>
  );
}
