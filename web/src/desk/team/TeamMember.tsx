// One agent of the team, with the conversations that they have.
import { Link } from "wouter";
import type { Agent, Dialog } from "../../api";
import { isMe } from "../../live";
import { AgentLoad } from "../../load";
import { AgentState } from "../../presence";
import { Avatar, cx } from "../../ui";
import { waitsSince } from "../lists/order";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { WaitingClock } from "../WaitingClock";
import { customerName } from "../words";

interface TeamMemberProps {
  agent: Agent;
  held: Dialog[];
  route: Route;
}

export function TeamMember({ agent, held, route }: TeamMemberProps) {
  const { me } = useSeat();
  const isOwn = isMe({ id: agent.id, kind: "agent" }, me);
  // Older ones are not among what this screen has read so far.
  const others = Math.max(0, agent.load - held.length);
  return (
    <li className="px-4 py-3">
      <div className="flex items-start gap-3">
        <Avatar name={agent.full_name} className="mt-0.5" />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <p className="truncate font-semibold">
            {agent.full_name}
            {isOwn ? <span className="font-normal text-muted"> (you)</span> : null}
          </p>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <AgentState agent={agent} />
            <AgentLoad agent={agent} />
          </div>
          {agent.away && agent.away_reason ? <p className="truncate text-sm text-muted">{agent.away_reason}</p> : null}
        </div>
      </div>
      {held.length + others > 0 ? (
        <ul aria-label={`Conversations of ${agent.full_name}`} className="mt-1.5 ml-12 flex flex-col">
          {held.map((dialog) => (
            <Held key={dialog.id} dialog={dialog} route={route} />
          ))}
          {others > 0 ? (
            <li>
              <Link
                href={route.href({ list: "all", dialog: null })}
                className="-mx-2 block rounded-lg px-2 py-1 text-sm text-accent-ink hover:bg-sunken"
              >
                {held.length === 0 ? `${others} under All` : `${others} more under All`}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

function Held({ dialog, route }: { dialog: Dialog; route: Route }) {
  const since = waitsSince(dialog);
  const open = dialog.id === route.dialog;
  return (
    <li>
      <Link
        href={route.href({ dialog: dialog.id })}
        aria-current={open ? "page" : undefined}
        className={cx("-mx-2 flex items-baseline gap-2 rounded-lg px-2 py-1 text-sm hover:bg-sunken", open && "bg-canvas font-semibold")}
      >
        <span className="min-w-0 flex-1 truncate">{customerName(dialog)}</span>
        {since === null ? null : <WaitingClock since={since} />}
      </Link>
    </li>
  );
}
