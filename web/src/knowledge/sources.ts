// What the server knows of an app's sources, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Source, type SourceDetail } from "../api";
import { usePaged } from "../paging";
import { upload } from "./upload";

const PENDING_MS = 1_000;

export type NewSource =
  | { kind: "text" | "markdown" | "html"; title: string; text: string }
  | { kind: "qa"; question: string; answer: string };

export function useSources(app: number) {
  return usePaged<Source>({
    key: ["sources", app],
    path: `/apps/${app}/sources`,
    refetch_ms: (items) => (items.some((source) => source.state === "pending") ? PENDING_MS : false),
  });
}

/** With its text. */
export function useSource(app: number, id: string) {
  return useQuery({
    queryKey: ["source", app, id],
    queryFn: ({ signal }) => api.get<SourceDetail>(`/apps/${app}/sources/${id}`, { signal }),
  });
}

export function useAddSource(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (source: NewSource) => api.post<Source>(`/apps/${app}/sources`, source),
    onSuccess: refresh,
  });
}

export function useUploadFiles(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (files: File[]) => upload(app, files),
    onSuccess: refresh,
  });
}

export function useRemoveSource(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (source: Source) => api.delete(`/apps/${app}/sources/${source.id}`),
    onSuccess: refresh,
  });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["sources", app] });
}
