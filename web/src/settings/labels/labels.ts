// The labels of an app, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Label } from "../../api";
import { everyPage } from "../../paging";

export interface LabelWish extends Omit<Label, "id"> {
  /** `null`: a new one. */
  id: number | null;
}

export function useLabels(app: number) {
  return useQuery({ queryKey: ["labels", app], queryFn: ({ signal }) => everyPage<Label>(`/apps/${app}/labels`, signal) });
}

export function useKeepLabel(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: ({ id, ...label }: LabelWish) =>
      id === null ? api.post<Label>(`/apps/${app}/labels`, label) : api.patch<Label>(`/apps/${app}/labels/${id}`, label),
    onSuccess: refresh,
  });
}

export function useRemoveLabel(app: number) {
  const refresh = useRefresh(app);
  return useMutation({ mutationFn: ({ id }: Label) => api.delete(`/apps/${app}/labels/${id}`), onSuccess: refresh });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["labels", app] });
}
