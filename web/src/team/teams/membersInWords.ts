// Who is in a team, in one line: the first of them by name, the others as a number.
import type { Team } from "../../api";

const NAMED = 3;

export function membersInWords(agents: Team["agents"]): string {
  const named = agents.slice(0, NAMED).map(({ full_name }) => full_name);
  const others = agents.length - named.length;
  return others > 0 ? `${named.join(", ")} and ${others} more` : named.join(", ");
}
