// The wishes one can send about the AI Agents of an app.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Assistant } from "../api";

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
