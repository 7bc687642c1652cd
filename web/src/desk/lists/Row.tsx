// One conversation in a list: who asks, what was said last, who answers now, how long they wait.
import { memo, useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Dialog } from "../../api";
import { Avatar, Badge, cx } from "../../ui";
import { shortTime } from "../days";
import { useNow } from "../now";
import { useSeat } from "../seat";
import { WaitingClock } from "../WaitingClock";
import { customerName, holder } from "../words";
import { waitsSince } from "./order";

interface RowProps {
  dialog: Dialog;
  href: string;
  open: boolean;
}

export const Row = memo(function Row({ dialog, href, open }: RowProps) {
  const { me } = useSeat();
  const { text, tone } = holder(dialog.control, me);
  const since = waitsSince(dialog);
  // What is open is being read: a count that comes and goes with each message would only flicker.
  const unread = open ? 0 : dialog.unread;
  const name = customerName(dialog);
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) ref.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <li ref={ref}>
      <Link
        href={href}
        aria-current={open ? "page" : undefined}
        className={cx(
          "flex items-start gap-3 border-l-3 px-4 py-3 transition-colors focus-visible:-outline-offset-2",
          open ? "border-accent bg-canvas" : "border-transparent hover:bg-sunken",
        )}
      >
        <Avatar name={name} className="mt-0.5" />
        <span className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="flex items-baseline gap-2">
            <span className={cx("min-w-0 flex-1 truncate", unread > 0 ? "font-bold" : "font-semibold")}>{name}</span>
            {since === null ? (
              <LastAt at={dialog.last_message?.sent_at ?? dialog.created_at} />
            ) : (
              <WaitingClock since={since} />
            )}
          </span>
          <span className={cx("truncate text-sm", unread > 0 ? "font-medium text-ink" : "text-muted")}>
            {lastText(dialog, me.id)}
          </span>
          <span className="flex items-center justify-between gap-2">
            <Badge tone={tone} dot className="min-w-0 max-w-full overflow-hidden">
              <span className="truncate">{text}</span>
            </Badge>
            {unread > 0 ? <Unread count={unread} /> : null}
          </span>
        </span>
      </Link>
    </li>
  );
});

function LastAt({ at }: { at: number }) {
  return <span className="text-[13px] whitespace-nowrap text-muted tabular-nums">{shortTime(at, useNow())}</span>;
}

function Unread({ count }: { count: number }) {
  return (
    <span className="min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-on-accent tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}

function lastText({ last_message: last }: Dialog, me: number): string {
  if (!last) return "No messages yet";
  if (last.sender.kind === "customer") return last.text;
  return `${last.sender.id === me ? "You" : last.sender.full_name}: ${last.text}`;
}
