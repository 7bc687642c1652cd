// Who was invited by link, and what an admin can do about it.
import type { Invitation, InvitationLink } from "../../api";
import { MailPlus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { CenteredSpinner, ConfirmDialog, EmptyState, ErrorState, Section, ShowMore, Table, toast } from "../../ui";
import { invitationColumns } from "./invitationColumns";
import { useNewLink, useWithdraw, type useInvitations } from "./invitations";
import { LinkOnce } from "./LinkOnce";

interface InvitationListProps {
  app: number;
  query: ReturnType<typeof useInvitations>;
  inviteButton: ReactNode;
}

export function InvitationList({ app, query, inviteButton }: InvitationListProps) {
  return (
    <Section flush>
      {query.isPending ? <CenteredSpinner /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && query.items.length === 0 ? (
        <EmptyState icon={<MailPlus />} title="Nobody is invited yet" action={inviteButton}>
          An invitation is a link with which somebody makes their own account. It works once, and for seven days.
        </EmptyState>
      ) : null}
      {query.items.length > 0 ? <Listed app={app} query={query} /> : null}
    </Section>
  );
}

function Listed({ app, query }: Omit<InvitationListProps, "inviteButton">) {
  const newLink = useNewLink(app);
  const withdraw = useWithdraw(app);
  const [renewing, setRenewing] = useState<Invitation | null>(null);
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  const [made, setMade] = useState<InvitationLink | null>(null);
  return (
    <div>
      <Table
        label="Invitations"
        rows={query.items}
        rowKey={({ id }) => id}
        columns={invitationColumns({ onNewLink: setRenewing, onWithdraw: setWithdrawing })}
      />
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      <ConfirmDialog
        open={renewing !== null}
        title={`Make a new link for ${renewing?.full_name ?? ""}?`}
        action="Make a new link"
        onClose={() => setRenewing(null)}
        onConfirm={async () => {
          if (renewing) setMade(await newLink.mutateAsync(renewing));
        }}
      >
        It is good for seven days. The old link stops working at once.
      </ConfirmDialog>
      <ConfirmDialog
        open={withdrawing !== null}
        title={`Withdraw the invitation of ${withdrawing?.full_name ?? ""}?`}
        action="Withdraw"
        danger
        onClose={() => setWithdrawing(null)}
        onConfirm={async () => {
          if (!withdrawing) return;
          await withdraw.mutateAsync(withdrawing);
          toast.done("The invitation is withdrawn.");
        }}
      >
        Its link stops working at once.
      </ConfirmDialog>
      {made ? <LinkOnce made={made} onClose={() => setMade(null)} /> : null}
    </div>
  );
}
