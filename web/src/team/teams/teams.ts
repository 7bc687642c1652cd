// The wishes one can send about an app's teams.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Team } from "../../api";

export interface TeamWish {
  /** `null`: a new one. */
  id: number | null;
  name: string;
  agents: number[];
}

export function useKeepTeam(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: ({ id, ...team }: TeamWish) =>
      id === null ? api.post<Team>(`/apps/${app}/teams`, team) : api.patch<Team>(`/apps/${app}/teams/${id}`, team),
    onSuccess: refresh,
  });
}

export function useRemoveTeam(app: number) {
  const refresh = useRefresh(app);
  return useMutation({ mutationFn: ({ id }: Team) => api.delete(`/apps/${app}/teams/${id}`), onSuccess: refresh });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["agents", app, "teams"] });
}
