// What the server knows of apps, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type App } from "../api";
import { everyPage } from "../paging";

export interface NewApp {
  app: App;
  authorization_secret: string;
}

export function useApps() {
  return useQuery({ queryKey: ["apps"], queryFn: ({ signal }) => everyPage<App>("/apps", signal) });
}

export function useApp(id: number) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ["apps", id],
    queryFn: ({ signal }) => api.get<App>(`/apps/${id}`, { signal }),
    initialData: () => queries.getQueryData<App[]>(["apps"])?.find((app) => app.id === id),
  });
}

/** The list hears of the new app when its secret has been read: the first app would lead away from the page at once. */
export function useCreateApp() {
  const queries = useQueryClient();
  const create = useMutation({ mutationFn: (name: string) => api.post<NewApp>("/apps", { name }) });
  return { create, tellTheList: () => queries.invalidateQueries({ queryKey: ["apps"] }) };
}

export function useRenameApp(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.patch<App>(`/apps/${id}`, { name }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["apps"] }),
  });
}
