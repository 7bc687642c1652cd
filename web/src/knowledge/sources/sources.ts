// What the server knows of an app's sources, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Source, type SourceDetail, type SourceVersion } from "../../api";
import { usePaged } from "../../paging";

const PENDING_MS = 1_500;

export type NewSource =
  | { kind: "text" | "markdown" | "html"; title: string; text: string }
  | { kind: "qa"; question: string; phrasings: string[]; answer: string };

/** Of a question-and-answer pair the last three, of anything else the first two. */
export interface ChangedSource {
  title?: string;
  text?: string;
  question?: string;
  phrasings?: string[];
  answer?: string;
}

export interface WhichSources {
  search?: string;
  state?: Source["state"] | "";
  site?: string;
}

export function useSources(app: number, { search, state, site }: WhichSources) {
  return usePaged<Source>({
    key: ["sources", app],
    path: `/apps/${app}/sources`,
    query: { q: search || undefined, state: state || undefined, site: site || undefined },
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

export function useVersions(app: number, id: string) {
  return usePaged<SourceVersion>({ key: ["source", app, id, "versions"], path: `/apps/${app}/sources/${id}/versions` });
}

export function useAddSource(app: number) {
  return useWish(app, (source: NewSource) => api.post<Source>(`/apps/${app}/sources`, source));
}

export function useChangeSource(app: number, id: string) {
  return useWish(app, (change: ChangedSource) => api.put<Source>(`/apps/${app}/sources/${id}`, change));
}

export function useRemoveSource(app: number) {
  return useWish(app, (source: Source) => api.delete(`/apps/${app}/sources/${source.id}`));
}

export function useIndexAgain(app: number) {
  return useWish(app, (source: Source) => api.put<Source>(`/apps/${app}/sources/${source.id}/indexing`));
}

export function useCancelIndexing(app: number) {
  return useWish(app, (source: Source) => api.delete<Source>(`/apps/${app}/sources/${source.id}/indexing`));
}

export function useSourcesChanged(app: number) {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ["source", app] });
    void queries.invalidateQueries({ queryKey: ["knowledge", app] });
    return queries.invalidateQueries({ queryKey: ["sources", app] });
  };
}

function useWish<Wish, Answer>(app: number, mutationFn: (wish: Wish) => Promise<Answer>) {
  const onSuccess = useSourcesChanged(app);
  return useMutation({ mutationFn, onSuccess });
}
