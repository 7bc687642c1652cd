// What the server knows of an app's agents, and the wishes one can send about them.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Agent } from "../api";
import { usePaged } from "../paging";

const PRESENCE_MS = 15_000;

export interface NewAgent {
  full_name: string;
  email: string;
}

/** What is absent stays. */
export interface AgentChange {
  id: number;
  full_name?: string;
  disabled?: boolean;
  capacity?: number;
  skills?: string[];
  languages?: string[];
  supervises?: boolean;
}

export function useAgents(app: number, search: string) {
  return usePaged<Agent>({
    key: ["agents", app, "pages"],
    path: `/apps/${app}/agents`,
    query: { q: search },
    refetch_ms: () => PRESENCE_MS,
  });
}

export function useCreateAgent(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (agent: NewAgent) => api.post<{ agent: Agent; password: string | null }>(`/apps/${app}/agents`, agent),
    onSuccess: refresh,
  });
}

export function useChangeAgent(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: ({ id, ...change }: AgentChange) => api.patch<Agent>(`/apps/${app}/agents/${id}`, change),
    onSuccess: refresh,
  });
}

export function useResetPassword(app: number) {
  return useMutation({
    mutationFn: (agent: Agent) => api.put<{ password: string | null }>(`/apps/${app}/agents/${agent.id}/password`, {}),
  });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["agents", app] });
}
