// What somebody may do here, in words.

export const ROLES: { value: InvitationRole; label: string; description: string }[] = [
  { value: "agent", label: "Agent", description: "Answers customers at the Agent Desk." },
  {
    value: "supervisor",
    label: "Supervisor",
    description: "An agent who also sees how busy the team is, and can take over what colleagues have.",
  },
  { value: "admin", label: "Admin", description: "Configures everything here, in every app. Does not answer customers." },
];

export function roleName(role: InvitationRole): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role;
}import type { InvitationRole } from "../api";

