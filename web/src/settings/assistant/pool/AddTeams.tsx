// Picks teams for the pool.
import { UsersRound } from "lucide-react";
import type { Team } from "../../../api";
import { countOfAgents, useEveryTeam } from "../../../staff";
import { Checkbox, LinkButton, List } from "../../../ui";
import { type Adding, AddToPool } from "./AddToPool";

export function AddTeams(adding: Adding) {
  return (
    <AddToPool
      {...adding}
      title="Add teams"
      description="Everybody in them can be assigned, also those who join later."
      query={useEveryTeam(adding.app)}
      icon={<UsersRound />}
      none={{
        title: "No teams yet",
        text: "A team is agents who do the same work. The link opens in a new tab; the team that you create there appears here.",
        action: (
          <LinkButton newTab href={`/apps/${adding.app}/agents/teams?new=1`} variant="primary">
            Create a team
          </LinkButton>
        ),
      }}
      allChosen="Every team is chosen already"
    >
      {(others, checked, onChange) => <Choice teams={others} checked={checked} onChange={onChange} />}
    </AddToPool>
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
