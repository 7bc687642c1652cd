// One agent as a row: who, whether they are there, how busy, and the menu of wishes.
import { Ellipsis, KeyRound, Pencil, UserCheck, UserX } from "lucide-react";
import type { Agent } from "../api";
import { languageName } from "../languages";
import { AgentLoad } from "../load";
import { AgentState } from "../presence";
import { Avatar, IconButton, Menu, type Column } from "../ui";
import type { Wish } from "./AgentWishes";
import { roleName } from "./roles";

export function agentColumns(onWish: (wish: Wish) => void): Column<Agent>[] {
  return [
    {
      label: "Name",
      heads: true,
      cell: (agent) => (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={agent.full_name} />
          <span className="min-w-0">
            <span className="block font-medium break-words">{agent.full_name}</span>
            <span className="block text-sm break-all text-muted">{agent.email}</span>
            {agent.skills.length > 0 ? (
              <span className="block text-sm text-muted wrap-anywhere">Knows {agent.skills.join(", ")}</span>
            ) : null}
            {agent.languages.length > 0 ? (
              <span className="block text-sm text-muted wrap-anywhere">Answers in {agent.languages.map(languageName).join(", ")}</span>
            ) : null}
          </span>
        </span>
      ),
    },
    { label: "Role", cell: ({ supervises }) => <span>{roleName(supervises ? "supervisor" : "agent")}</span> },
    { label: "State", cell: (agent) => <AgentState agent={agent} /> },
    { label: "Conversations", cell: (agent) => <AgentLoad agent={agent} /> },
    {
      label: "Actions",
      hideLabel: true,
      numeric: true,
      cell: (agent) => <AgentMenu agent={agent} onWish={onWish} />,
    },
  ];
}

function AgentMenu({ agent, onWish }: { agent: Agent; onWish: (wish: Wish) => void }) {
  return (
    <Menu
      trigger={
        <IconButton label={`More for ${agent.full_name}`} size="sm" className="max-md:absolute max-md:top-4 max-md:right-3">
          <Ellipsis />
        </IconButton>
      }
      items={[
        { label: "Edit", icon: <Pencil />, onSelect: () => onWish({ kind: "edit", agent }) },
        { label: "Reset password", icon: <KeyRound />, onSelect: () => onWish({ kind: "reset", agent }) },
        agent.disabled
          ? { label: "Enable", icon: <UserCheck />, onSelect: () => onWish({ kind: "enable", agent }) }
          : { label: "Disable", icon: <UserX />, danger: true, onSelect: () => onWish({ kind: "disable", agent }) },
      ]}
    />
  );
}
