// One invitation as a row: for whom, as what, how it stands, and the menu of wishes.
import type { Invitation } from "../../api";
import { Ellipsis, Link2, Undo2 } from "lucide-react";
import { ago, Badge, dateTime, IconButton, Menu, type Column } from "../../ui";
import { roleName } from "../roles";
import { inWords } from "./state";

interface InvitationWishes {
  onNewLink: (invitation: Invitation) => void;
  onWithdraw: (invitation: Invitation) => void;
}

export function invitationColumns(wishes: InvitationWishes): Column<Invitation>[] {
  return [
    {
      label: "For",
      heads: true,
      cell: ({ full_name, email }) => (
        <span className="min-w-0">
          <span className="block font-medium break-words">{full_name}</span>
          <span className="block text-sm break-all text-muted">{email}</span>
        </span>
      ),
    },
    { label: "Role", cell: ({ role }) => <span>{roleName(role)}</span> },
    { label: "State", cell: (invitation) => <State invitation={invitation} /> },
    {
      label: "Invited",
      cell: ({ invited_by, created_at }) => (
        <span className="min-w-0 text-sm">
          <span className="block break-words">{invited_by}</span>
          <span className="block text-muted" title={dateTime(created_at)}>
            {ago(created_at)}
          </span>
        </span>
      ),
    },
    { label: "Actions", hideLabel: true, numeric: true, cell: (invitation) => <InvitationMenu invitation={invitation} {...wishes} /> },
  ];
}

function State({ invitation }: { invitation: Invitation }) {
  const { label, tone, detail } = inWords(invitation);
  return (
    <span>
      <Badge tone={tone}>{label}</Badge>
      <span className="mt-0.5 block text-sm text-muted">{detail}</span>
    </span>
  );
}

function InvitationMenu({ invitation, onNewLink, onWithdraw }: { invitation: Invitation } & InvitationWishes) {
  const { state, full_name } = invitation;
  const isOpen = state === "open";
  if (!isOpen && state !== "expired") return null;
  return (
    <Menu
      trigger={
        <IconButton label={`More for ${full_name}`} size="sm" className="max-md:absolute max-md:top-4 max-md:right-3">
          <Ellipsis />
        </IconButton>
      }
      items={[
        { label: "New link", icon: <Link2 />, onSelect: () => onNewLink(invitation) },
        ...(isOpen ? [{ label: "Withdraw", icon: <Undo2 />, danger: true, onSelect: () => onWithdraw(invitation) }] : []),
      ]}
    />
  );
}
