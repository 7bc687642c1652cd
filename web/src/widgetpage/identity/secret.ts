// Whether an app has an identity secret, and making one.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type App } from "../../api";

export function useHasIdentitySecret(app: number) {
  const found = useQuery({
    queryKey: ["apps", app],
    queryFn: ({ signal }) => api.get<App>(`/apps/${app}`, { signal }),
  });
  return found.data?.has_identity_secret;
}

export function useMakeIdentitySecret(app: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.put<{ identity_secret: string }>(`/apps/${app}/identity_secret`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["apps", app] }),
  });
}
