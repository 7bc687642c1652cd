// What the server knows of an app's knowledge as a whole, asked again for as long as something is under way.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Knowledge } from "../../api";

const BUSY_MS = 2_000;

export function useKnowledge(app: number) {
  return useQuery({
    queryKey: ["knowledge", app],
    queryFn: ({ signal }) => api.get<Knowledge>(`/apps/${app}/knowledge`, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? BUSY_MS : false),
  });
}

/** Without a model that is ready, passages that cannot be found by meaning are not on their way to be. */
export function isBusy({ waiting, encoded, passages, model }: Knowledge): boolean {
  return waiting > 0 || model.state === "fetching" || (model.state === "ready" && encoded < passages);
}

export function useFetchModel(app: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.put(`/apps/${app}/knowledge/model`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["knowledge", app] }),
  });
}
