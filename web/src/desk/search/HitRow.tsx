// One place that was found: with whom, when, who said it, and the words around it.
import type { Hit } from "../../api";
import { Link } from "wouter";
import { isMe } from "../../live";
import { Avatar, cx } from "../../ui";
import { shortTime } from "../days";
import { useNow } from "../now";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { customerName } from "../words";

interface HitRowProps {
  hit: Hit;
  route: Route;
  isOpen: boolean;
  onFollow: () => void;
}

export function HitRow({ hit: { dialog, message, parts }, route, isOpen, onFollow }: HitRowProps) {
  const { me } = useSeat();
  const name = customerName(dialog);
  const speaker = message && message.sender.kind !== "customer" ? (isMe(message.sender, me) ? "You" : message.sender.full_name) : null;
  return (
    <li>
      <Link
        href={route.href({ dialog: dialog.id, at: message?.seq ?? null })}
        data-hit
        onClick={onFollow}
        aria-current={isOpen ? "page" : undefined}
        className={cx(
          "flex items-start gap-3 border-l-3 py-3 pr-4 pl-3 transition-colors focus-visible:-outline-offset-2",
          isOpen ? "border-accent bg-canvas" : "border-transparent hover:bg-sunken",
        )}
      >
        <Avatar name={name} className="mt-0.5" />
        <span className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
            <When at={message?.sent_at ?? dialog.updated_at} />
          </span>
          <span className="line-clamp-2 text-sm wrap-anywhere text-muted">
            {speaker ? `${speaker}: ` : null}
            <span dir="auto">
              {parts.map(({ text, hit }, at) =>
                hit ? (
                  <mark key={at} className="rounded-sm bg-warn-soft font-medium text-ink">
                    {text}
                  </mark>
                ) : (
                  text
                ),
              )}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}

function When({ at }: { at: number }) {
  return <span className="text-[13px] whitespace-nowrap text-muted tabular-nums">{shortTime(at, useNow())}</span>;
}
