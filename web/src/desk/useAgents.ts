// The agents of the app, as the server last told them.
import { useQuery } from "@tanstack/react-query";
import type { Agent } from "../api";
import { everyPage } from "../paging";
import { useSeat } from "./seat";

export function useAgents(refetch_ms: number | false = false) {
  const { app } = useSeat();
  return useQuery({
    queryKey: ["desk", "agents", app],
    queryFn: ({ signal }) => everyPage<Agent>(`/apps/${app}/agents`, signal),
    refetchInterval: refetch_ms,
  });
}
