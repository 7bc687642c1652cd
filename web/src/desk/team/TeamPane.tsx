// The team at a glance, for who supervises: how long customers wait, who is there, how busy, and with whom they talk.
import { Inbox, Users } from "lucide-react";
import { useMemo } from "react";
import { Link } from "wouter";
import { useLiveState } from "../../live";
import { CenteredSpinner, EmptyState, ErrorState } from "../../ui";
import type { Counts } from "../lists/useCounts";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { WaitingClock } from "../WaitingClock";
import { heldBy, oldestWait } from "./team";
import { TeamMember } from "./TeamMember";
import { useTeam } from "./useTeam";

export function TeamPane({ route, counts }: { route: Route; counts: Counts | undefined }) {
  const { app } = useSeat();
  const { team, agents } = useTeam();
  const known = useLiveState((state) => state.dialogs);
  const dialogs = useMemo(() => Object.values(known).filter((dialog) => dialog.app === app), [known, app]);
  return (
    <>
      <QueueLine waiting={counts?.queue} since={oldestWait(dialogs)} href={route.href({ list: "queue", dialog: null })} />
      {team ? (
        team.length === 0 ? (
          <EmptyState icon={<Users />} title="No agents yet">
            Whoever is created as an agent of this app appears here.
          </EmptyState>
        ) : (
          <ul aria-label="Team" className="divide-y divide-line">
            {team.map((agent) => (
              <TeamMember key={agent.id} agent={agent} held={heldBy(agent.id, dialogs)} route={route} />
            ))}
          </ul>
        )
      ) : agents.isError ? (
        <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />
      ) : (
        <CenteredSpinner />
      )}
    </>
  );
}

interface QueueLineProps {
  waiting: number | undefined;
  since: number | null;
  href: string;
}

function QueueLine({ waiting, since, href }: QueueLineProps) {
  if (waiting === undefined) return null;
  return (
    <Link
      href={href}
      className="flex items-center gap-3 border-b border-line px-4 py-3 transition-colors hover:bg-sunken focus-visible:-outline-offset-2"
    >
      <Inbox aria-hidden className="size-[18px] text-muted" />
      <span className="min-w-0 flex-1 font-medium">{waiting === 0 ? "Nobody is waiting" : `${waiting} waiting`}</span>
      {waiting > 0 && since !== null ? (
        <span className="flex items-baseline gap-1.5 text-[13px] text-muted">
          oldest <WaitingClock since={since} />
        </span>
      ) : null}
    </Link>
  );
}
