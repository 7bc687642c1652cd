// What the server knows of an app's AI Agents and of its identity secret, as far as their widgets go.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type App, type Assistant } from "../api";

/** Loaded afresh for each visit and then left alone, so that nothing changes under the hands of who edits it. */
export function useAssistant(app: number, id: string) {
  return useQuery({
    queryKey: ["assistant", app, id],
    queryFn: ({ signal }) => api.get<Assistant>(`/apps/${app}/assistants/${id}`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function useHasIdentitySecret(app: number) {
  const found = useQuery({
    queryKey: ["apps", app],
    queryFn: ({ signal }) => api.get<App>(`/apps/${app}`, { signal }),
  });
  return found.data?.has_identity_secret;
}

export function useMakeIdentitySecret(app: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.put<{ identity_secret: string }>(`/apps/${app}/identity_secret`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["apps", app] }),
  });
}
