// What the server knows of an app's invitations, and the wishes one can send about them.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Invitation, type InvitationLink, type InvitationRole } from "../../api";
import { usePaged } from "../../paging";

/** Somebody may accept at any moment. */
const LOOK_AGAIN_MS = 15_000;

export interface InvitationWish {
  full_name: string;
  email: string;
  role: InvitationRole;
}

export function useInvitations(app: number) {
  return usePaged<Invitation>({
    key: ["invitations", app],
    path: `/apps/${app}/invitations`,
    refetch_ms: () => LOOK_AGAIN_MS,
  });
}

export function useInvite(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: (wish: InvitationWish) => api.post<InvitationLink>(`/apps/${app}/invitations`, wish),
    onSuccess: refresh,
  });
}

export function useNewLink(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: ({ id }: Invitation) => api.put<InvitationLink>(`/apps/${app}/invitations/${id}/link`),
    onSettled: refresh,
  });
}

export function useWithdraw(app: number) {
  const refresh = useRefresh(app);
  return useMutation({
    mutationFn: ({ id }: Invitation) => api.delete(`/apps/${app}/invitations/${id}`),
    onSettled: refresh,
  });
}

function useRefresh(app: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["invitations", app] });
}
