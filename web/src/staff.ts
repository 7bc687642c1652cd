// The agents of an app, its teams and its AI Agents, all of them: where a choice or a name needs the whole list.
import { useQuery } from "@tanstack/react-query";
import type { Agent, Assistant, Team } from "./api";
import { everyPage } from "./paging";

// Both are made in another tab, sometimes quickly.
const ON_RETURN = "always";

export function useEveryAgent(app: number) {
  return useQuery({
    queryKey: ["agents", app, "every"],
    queryFn: ({ signal }) => everyPage<Agent>(`/apps/${app}/agents`, signal),
    refetchOnWindowFocus: ON_RETURN,
  });
}

/** With the agents' names in them, so that what refreshes the agents of an app refreshes its teams. */
export function useEveryTeam(app: number) {
  return useQuery({
    queryKey: ["agents", app, "teams"],
    queryFn: ({ signal }) => everyPage<Team>(`/apps/${app}/teams`, signal),
    refetchOnWindowFocus: ON_RETURN,
  });
}

export function useEveryAssistant(app: number) {
  return useQuery({
    queryKey: ["assistants", app],
    queryFn: ({ signal }) => everyPage<Assistant>(`/apps/${app}/assistants`, signal),
  });
}

export function countOfAgents(count: number): string {
  if (count === 0) return "No agents";
  return count === 1 ? "1 agent" : `${count} agents`;
}
