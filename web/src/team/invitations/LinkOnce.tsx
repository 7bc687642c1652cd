// The link of an invitation, the one time that it is shown.
import type { InvitationLink } from "../../api";
import { dateTime, ShownOnce } from "../../ui";

export function LinkOnce({ made: { invitation, link_path }, onClose }: { made: InvitationLink; onClose: () => void }) {
  return (
    <ShownOnce
      title={`A link for ${invitation.full_name}`}
      secrets={[{ label: "Link", text: new URL(link_path, location.origin).href }]}
      onClose={onClose}
    >
      Pass it on to {invitation.email}. It works once, until {dateTime(invitation.expires_at)}, and is shown only now; you can make a new one at any
      time. Where a mail server is set up, it was mailed to them as well.
    </ShownOnce>
  );
}
