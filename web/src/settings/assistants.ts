// What the server knows of one AI Agent, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Assistant } from "../api";

/** Loaded afresh for each visit and then left alone, so that nothing changes under the hands of who edits it. */
export function useAssistant(app: number, id: string) {
  return useQuery({
    queryKey: ["assistant", app, id],
    queryFn: ({ signal }) => api.get<Assistant>(`/apps/${app}/assistants/${id}`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function useCreateAssistant(app: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.post<Assistant>(`/apps/${app}/assistants`, { name }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["assistants", app] }),
  });
}

export function useDeleteAssistant(app: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (assistant: Assistant) => api.delete(`/apps/${app}/assistants/${assistant.id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["assistants", app] }),
  });
}
