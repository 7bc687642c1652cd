// What the server knows of the websites that an app reads, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Site, type SitePage } from "../../api";
import { usePaged } from "../../paging";

const READING_MS = 2_000;

export interface NewSite {
  address: string;
  scope: Site["scope"];
  depth_max?: number;
  pages_max?: number;
  every_hours: number | null;
}

export function useSites(app: number) {
  return usePaged<Site>({
    key: ["sites", app],
    path: `/apps/${app}/sites`,
    refetch_ms: (items) => (items.some(({ state }) => state === "reading") ? READING_MS : false),
  });
}

export function useSite(app: number, id: string) {
  return useQuery({
    queryKey: ["site", app, id],
    queryFn: ({ signal }) => api.get<Site>(`/apps/${app}/sites/${id}`, { signal }),
  });
}

export function useSitePages(app: number, { id, state }: Site) {
  return usePaged<SitePage>({
    key: ["site pages", app, id],
    path: `/apps/${app}/sites/${id}/pages`,
    refetch_ms: () => (state === "reading" ? READING_MS : false),
  });
}

export function useAddSite(app: number) {
  return useWish(app, (site: NewSite) => api.post<Site>(`/apps/${app}/sites`, site));
}

export function useReadSite(app: number) {
  return useWish(app, ({ id }: Site) => api.put<Site>(`/apps/${app}/sites/${id}/reading`));
}

export function useCancelSite(app: number) {
  return useWish(app, ({ id }: Site) => api.delete(`/apps/${app}/sites/${id}/reading`));
}

export function useRemoveSite(app: number) {
  return useWish(app, ({ id }: Site) => api.delete(`/apps/${app}/sites/${id}`));
}

function useWish<Wish, Answer>(app: number, mutationFn: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["sources", app] });
      void queries.invalidateQueries({ queryKey: ["knowledge", app] });
      return queries.invalidateQueries({ queryKey: ["sites", app] });
    },
  });
}
