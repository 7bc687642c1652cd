// The canned replies of an app, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type CannedReply } from "../api";
import { everyPage } from "../paging";

export interface ReplyWish extends Omit<CannedReply, "id"> {
  /** `null`: a new one. */
  id: number | null;
}

/** `wanted`: false where they are not needed yet. */
export function useReplies(app: number, wanted = true) {
  return useQuery({
    queryKey: ["canned_replies", app],
    queryFn: ({ signal }) => everyPage<CannedReply>(`/apps/${app}/canned_replies`, signal),
    enabled: wanted,
  });
}

export function useKeepReply(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: ({ id, ...reply }: ReplyWish) =>
      id === null
        ? api.post<CannedReply>(`/apps/${app}/canned_replies`, reply)
        : api.put<CannedReply>(`/apps/${app}/canned_replies/${id}`, reply),
    onSuccess: refresh,
  });
}

export function useRemoveReply(app: number) {
  const refresh = useRefresh(app);
  return useMutation({ mutationFn: ({ id }: CannedReply) => api.delete(`/apps/${app}/canned_replies/${id}`), onSuccess: refresh });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["canned_replies", app] });
}
