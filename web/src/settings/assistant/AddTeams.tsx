// The dialog that picks teams for the pool: check, Add.
import type { UseQueryResult } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { useState } from "react";
import type { Team } from "../../api";
import { countOfAgents } from "../../staff";
import { Button, Checkbox, Dialog, EmptyState, LinkButton, List, Loaded } from "../../ui";

interface AddTeamsProps {
  app: number;
  teams: UseQueryResult<Team[]>;
  chosen: number[];
  onClose: () => void;
  onAdd: (ids: number[]) => void;
}

export function AddTeams({ app, teams, chosen, onClose, onAdd }: AddTeamsProps) {
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
      title="Add teams"
      description="Everybody in them can be assigned, also those who join later."
      size="sm"
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
      <Loaded query={teams}>
        {(all) => {
          const others = all.filter(({ id }) => !chosen.includes(id));
          if (all.length === 0) return <NoTeams app={app} />;
          if (others.length === 0) return <EmptyState icon={<UsersRound />} title="Every team is chosen already" />;
          return <Choice teams={others} checked={checked} onChange={setChecked} />;
        }}
      </Loaded>
    </Dialog>
  );
}

function NoTeams({ app }: { app: number }) {
  return (
    <EmptyState
      icon={<UsersRound />}
      title="No teams yet"
      action={
        <LinkButton newTab href={`/apps/${app}/agents/teams?new=1`} variant="primary">
          Create a team
        </LinkButton>
      }
    >
      A team is agents who do the same work. The link opens in a new tab; the team that you create there appears here.
    </EmptyState>
  );
}

interface ChoiceProps {
  teams: Team[];
  checked: number[];
  onChange: (ids: number[]) => void;
}

function Choice({ teams, checked, onChange }: ChoiceProps) {
  const toggle = (id: number, on: boolean) => onChange(on ? [...checked, id] : checked.filter((other) => other !== id));
  return (
    <List label="Teams">
      {teams.map(({ id, name, agents }) => (
        <li key={id} className="py-2.5">
          <Checkbox
            label={<span className="wrap-anywhere">{name}</span>}
            description={countOfAgents(agents.length)}
            checked={checked.includes(id)}
            onChange={(on) => toggle(id, on)}
          />
        </li>
      ))}
    </List>
  );
}
