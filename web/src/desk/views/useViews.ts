// The views that this agent has saved.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type View, type ViewFilter } from "../../api";
import { everyPage } from "../../paging";
import { toast } from "../../ui";
import { useSeat } from "../seat";

const KEY = ["desk", "views"];

export function useViews(): View[] {
  const { me } = useSeat();
  const views = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => everyPage<View>("/me/views", signal),
    enabled: me.kind === "agent",
  });
  return views.data ?? [];
}

export function useViewWishes() {
  const queries = useQueryClient();
  const settle = {
    onError: toast.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  };
  const change = (next: (views: View[]) => View[]) => queries.setQueryData<View[]>(KEY, (views) => next(views ?? []));
  const save = useMutation({
    mutationFn: (view: { name: string; filter: Partial<ViewFilter> }) => api.post<View>("/me/views", view),
    onSuccess: (view) => change((views) => [...views, view]),
    ...settle,
  });
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) => api.patch<View>(`/me/views/${id}`, { name }),
    onSuccess: (view) => change((views) => views.map((one) => (one.id === view.id ? view : one))),
    ...settle,
  });
  const remove = useMutation({
    mutationFn: ({ id }: View) => api.delete(`/me/views/${id}`),
    onSuccess: (_, { id }) => change((views) => views.filter((one) => one.id !== id)),
    ...settle,
  });
  return { save, rename, remove };
}
