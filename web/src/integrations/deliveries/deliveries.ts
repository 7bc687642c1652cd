// What was sent to a webhook, and the wish to send it again.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Delivery, type DeliveryDetail, type DeliveryState } from "../../api";
import { usePaged } from "../../paging";

const PENDING_MS = 2_000;
const QUIET_MS = 10_000;

export interface Of {
  app: number;
  webhook: number;
}

const pathOf = ({ app, webhook }: Of) => `/apps/${app}/webhooks/${webhook}/deliveries`;

export function useDeliveries(of: Of, state: DeliveryState | undefined) {
  return usePaged<Delivery>({
    key: ["deliveries", of.webhook],
    path: pathOf(of),
    query: { state },
    refetch_ms: (items) => (items.some((one) => one.state === "pending") ? PENDING_MS : QUIET_MS),
  });
}

export function useDelivery(of: Of, id: number) {
  return useQuery({
    queryKey: ["deliveries", of.webhook, "one", id],
    queryFn: ({ signal }) => api.get<DeliveryDetail>(`${pathOf(of)}/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "pending" ? PENDING_MS : false),
  });
}

export function useRetry(of: Of) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.put<Delivery>(`${pathOf(of)}/${id}/retry`),
    onSettled: () => queries.invalidateQueries({ queryKey: ["deliveries", of.webhook] }),
  });
}
