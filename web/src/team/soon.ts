// Invitations: who may join an app by opening a link.
export type Role = "agent" | "supervisor" | "admin";

export interface Invitation {
  id: number;
  email: string;
  full_name: string;
  role: Role;
  invited_by: string;
  created_at: number;
  expires_at: number;
  accepted_at: number | null;
  state: "open" | "accepted" | "expired" | "withdrawn";
}

/** The link is told this once. */
export interface NewInvitation {
  invitation: Invitation;
  link_path: string;
}
