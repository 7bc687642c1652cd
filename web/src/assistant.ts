// One AI Agent, for the pages that edit it.
import { useQuery } from "@tanstack/react-query";
import { api, type Assistant } from "./api";

/** Loaded afresh for each visit and then left alone, so that nothing changes under the hands of who edits it. */
export function useAssistant(app: number, id: string) {
  return useQuery({
    queryKey: ["assistant", app, id],
    queryFn: ({ signal }) => api.get<Assistant>(`/apps/${app}/assistants/${id}`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
}
