// What this agent is asked to take, above every list: the time is short, and somebody waits.
import { useMemo } from "react";
import { Link } from "wouter";
import type { Dialog } from "../../api";
import { useLiveState } from "../../live";
import { Avatar, Button } from "../../ui";
import { isOfferedTo } from "../conversation/control";
import { useWishes } from "../conversation/useWishes";
import { useNow } from "../now";
import type { Route } from "../route";
import { lastSaid } from "../said";
import { useSeat } from "../seat";
import { customerName } from "../words";

const SECOND_MS = 1_000;

export function Offers({ route }: { route: Route }) {
  const { me, app } = useSeat();
  const known = useLiveState((state) => state.dialogs);
  const offers = useMemo(
    () => Object.values(known).filter((dialog) => dialog.app === app && isOfferedTo(me, dialog)),
    [known, app, me],
  );
  if (offers.length === 0) return null;
  return (
    <section aria-label="Offered to you" className="border-b border-line bg-accent-soft">
      <ul className="divide-y divide-line">
        {offers.map((dialog) => (
          <Offered key={dialog.id} dialog={dialog} route={route} />
        ))}
      </ul>
    </section>
  );
}

function Offered({ dialog, route }: { dialog: Dialog; route: Route }) {
  const { me } = useSeat();
  const wishes = useWishes(dialog);
  const name = customerName(dialog);
  const href = route.href({ dialog: dialog.id });
  const take = async () => {
    if (await wishes.take()) route.go({ list: "mine", dialog: dialog.id });
  };
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-start gap-3">
        <Avatar name={name} className="mt-0.5" />
        <Link href={href} className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className="truncate font-semibold">{name}</span>
            <TimeLeft until={dialog.offer?.until ?? 0} />
          </span>
          <span className="line-clamp-2 text-sm text-muted">{lastSaid(dialog, me)}</span>
        </Link>
      </div>
      {wishes.refused ? <p className="text-sm text-danger">{wishes.refused.sentence}</p> : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" busy={wishes.busy === "decline"} onClick={() => void wishes.decline()}>
          Decline
        </Button>
        <Button size="sm" variant="primary" busy={wishes.busy === "take"} onClick={() => void take()}>
          Take
        </Button>
      </div>
    </li>
  );
}

function TimeLeft({ until }: { until: number }) {
  const seconds = Math.max(0, Math.ceil((until - useNow()) / SECOND_MS));
  return <span className="text-sm whitespace-nowrap text-muted tabular-nums">{seconds} s</span>;
}
