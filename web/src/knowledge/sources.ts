// What the server knows of an app's sources, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Problem, type Source } from "../api";
import { usePaged } from "../paging";

const PENDING_MS = 1_000;
const UPLOAD_TIMEOUT_MS = 300_000;

export type NewSource =
  | { kind: "text" | "markdown" | "html"; title: string; text: string }
  | { kind: "qa"; question: string; answer: string };

export interface Uploaded {
  file: string;
  source: Source | null;
  error: Problem | null;
}

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
    queryFn: ({ signal }) => api.get<Source>(`/apps/${app}/sources/${id}`, { signal }),
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
    mutationFn: (files: File[]) => {
      const form = new FormData();
      for (const file of files) form.append("file", file, file.name);
      return api.post<{ items: Uploaded[] }>(`/apps/${app}/sources/files`, form, { timeout_ms: UPLOAD_TIMEOUT_MS });
    },
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
