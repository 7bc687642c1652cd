// The team as a supervisor looks at it: who is there first, what each of them has, and who waits longest. Pure.
import type { Agent, Dialog } from "../../api";
import { waitsSince } from "../lists/order";

/** Whom nobody can count on is left out. */
export function ordered(agents: Agent[]): Agent[] {
  return agents
    .filter(({ disabled }) => !disabled)
    .sort((a, b) => presence(b) - presence(a) || a.full_name.localeCompare(b.full_name));
}

/** What an agent has, as far as it is known here; who waits for an answer first, the longest first. */
export function heldBy(agent: number, dialogs: Dialog[]): Dialog[] {
  return dialogs
    .filter(({ control }) => control?.phase === "agent" && control.agent.id === agent)
    .sort((a, b) => (waitsSince(a) ?? Infinity) - (waitsSince(b) ?? Infinity) || b.updated_at - a.updated_at);
}

/** Since when the customer waits who waits longest for a person. */
export function oldestWait(dialogs: Dialog[]): number | null {
  const since = dialogs.flatMap(({ control }) => (control?.phase === "waiting" ? [control.since] : []));
  return since.length === 0 ? null : Math.min(...since);
}

function presence({ online, away }: Agent): number {
  if (!online) return 0;
  return away ? 1 : 2;
}
