// What the server knows of an app's webhooks, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type CreatedWebhook, type Webhook, type WebhookEvent } from "../api";
import { everyPage } from "../paging";

const LOOK_AGAIN_MS = 15_000;

export interface WebhookWish {
  url: string;
  events: WebhookEvent[];
}

export function useWebhooks(app: number) {
  return useQuery({
    queryKey: ["webhooks", app],
    queryFn: ({ signal }) => everyPage<Webhook>(`/apps/${app}/webhooks`, signal),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useCreateWebhook(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (wish: WebhookWish) => api.post<CreatedWebhook>(`/apps/${app}/webhooks`, wish),
    onSuccess: refresh,
  });
}

/** What is absent stays. */
export function useChangeWebhook(app: number, id: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (change: Partial<WebhookWish & { enabled: boolean }>) => api.patch<Webhook>(`/apps/${app}/webhooks/${id}`, change),
    onSuccess: refresh,
  });
}

export function useRemoveWebhook(app: number) {
  const refresh = useRefresh(app);
  return useMutation({ mutationFn: ({ id }: Webhook) => api.delete(`/apps/${app}/webhooks/${id}`), onSuccess: refresh });
}

export function useNewSecret(app: number, id: number) {
  return useMutation({ mutationFn: () => api.put<{ secret: string }>(`/apps/${app}/webhooks/${id}/secret`) });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["webhooks", app] });
}
