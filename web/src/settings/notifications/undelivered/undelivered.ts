// What was given up, and the wishes one can send about it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type DeadLetter } from "../../../api";
import { usePaged } from "../../../paging";

/** What is tried again may fail again. */
const LOOK_AGAIN_MS = 15_000;

export function useUndelivered(app: number) {
  return usePaged<DeadLetter>({
    key: ["undelivered", app],
    path: `/apps/${app}/dead_letters`,
    refetch_ms: () => LOOK_AGAIN_MS,
  });
}

export function useRetry(app: number) {
  return useWish(app, ({ id }) => api.put(`/apps/${app}/dead_letters/${id}/retry`));
}

export function useForget(app: number) {
  return useWish(app, ({ id }) => api.delete(`/apps/${app}/dead_letters/${id}`));
}

function useWish(app: number, send: (letter: DeadLetter) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    // Also when it is gone already: the list is old then.
    onSettled: () => queries.invalidateQueries({ queryKey: ["undelivered", app] }),
  });
}
