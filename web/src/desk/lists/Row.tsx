// One conversation in a list: who asks, what they say, who answers now, its labels, how long they wait.
import { AlarmClock } from "lucide-react";
import { memo } from "react";
import { Link } from "wouter";
import type { Dialog } from "../../api";
import { Avatar, Badge, cx } from "../../ui";
import { isHeldBy } from "../conversation/control";
import { shortTime } from "../days";
import { LabelDots } from "../labels/LabelDots";
import { useNow } from "../now";
import { lastSaid } from "../said";
import { useSeat } from "../seat";
import { untilInWords } from "../snooze/times";
import { WaitingClock } from "../WaitingClock";
import { customerName, holder } from "../words";
import { waitsSince } from "./order";

interface RowProps {
  dialog: Dialog;
  href: string;
  open: boolean;
  /** It is mine, and there is something in it that I have not seen. What is open is being read. */
  isNew: boolean;
}

export const Row = memo(function Row({ dialog, href, open, isNew }: RowProps) {
  const { me } = useSeat();
  const since = waitsSince(dialog);
  const name = customerName(dialog);
  const { labels, snoozed_until, control } = dialog;
  // Of what a colleague has put aside, one wants to know whose it is.
  const isAside = snoozed_until !== null && isHeldBy(me, control);
  return (
    <Link
      href={href}
      aria-current={open ? "page" : undefined}
      className={cx(
        "flex items-start gap-3 border-l-3 py-3 pr-4 pl-3 transition-colors focus-visible:-outline-offset-2",
        open ? "border-accent bg-canvas" : "border-transparent hover:bg-sunken",
      )}
    >
      <Avatar name={name} className="mt-0.5" />
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex items-baseline gap-2">
          <span className={cx("min-w-0 flex-1 truncate", isNew ? "font-bold" : "font-semibold")}>{name}</span>
          {since === null ? <LastAt at={dialog.last_message?.sent_at ?? dialog.created_at} /> : <WaitingClock since={since} />}
        </span>
        <span className={cx("truncate text-sm", isNew ? "font-medium text-ink" : "text-muted")}>{lastSaid(dialog, me)}</span>
        <span className="flex items-center gap-2">
          {isAside ? <Snoozed until={snoozed_until} /> : <Holder dialog={dialog} />}
          <span className="min-w-0 flex-1">
            <LabelDots labels={labels} />
          </span>
          {isNew ? <News unread={dialog.unread} /> : null}
        </span>
      </span>
    </Link>
  );
});

function Holder({ dialog }: { dialog: Dialog }) {
  const { text, tone } = holder(dialog.control, useSeat().me);
  return (
    <Badge tone={tone} dot className="max-w-[60%] min-w-0 shrink-0 overflow-hidden">
      <span className="truncate">{text}</span>
    </Badge>
  );
}

function Snoozed({ until }: { until: number }) {
  return (
    <Badge className="shrink-0">
      <AlarmClock aria-hidden className="size-3.5" />
      <span className="sr-only">Snoozed </span>
      {untilInWords(until, useNow())}
    </Badge>
  );
}

function LastAt({ at }: { at: number }) {
  return <span className="text-[13px] whitespace-nowrap text-muted tabular-nums">{shortTime(at, useNow())}</span>;
}

function News({ unread }: { unread: number }) {
  return (
    <span className="min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-on-accent tabular-nums">
      {unread === 0 ? "New" : unread > 99 ? "99+" : unread}
      {unread === 0 ? null : <span className="sr-only"> unread</span>}
    </span>
  );
}
