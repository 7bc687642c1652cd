// The customer as they are now, also when a colleague has just changed something, and the wish to change them.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { api, type User } from "../../api";
import { useLive } from "../../live";
import { useSeat } from "../seat";

/** What staff may change of a customer; an empty text takes it away. */
export type CustomerChange = Partial<Pick<User, "full_name" | "email" | "language" | "tags">> & { custom?: Record<string, unknown> };

export function useCustomer(id: number) {
  const { app } = useSeat();
  const live = useLive();
  const queries = useQueryClient();
  const path = `/apps/${app}/users/${id}`;
  const know = useCallback((user: User) => queries.setQueryData<User>(["desk", "user", app, id], user), [queries, app, id]);
  useEffect(
    () =>
      live.listen((frame) => {
        if (frame.kind === "customer" && frame.body.id === id) know(frame.body);
      }),
    [live, id, know],
  );
  const customer = useQuery({
    queryKey: ["desk", "user", app, id],
    queryFn: ({ signal }) => api.get<User>(path, { signal }),
  });
  const change = useCallback(async (wish: CustomerChange) => void know(await api.patch<User>(path, wish)), [know, path]);
  return { customer, change };
}
