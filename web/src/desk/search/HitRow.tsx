// One place that was found: with whom, when, who said it, and the words around it.
import type { Hit, Person } from "../../api";
import { Lock } from "lucide-react";
import { Link } from "wouter";
import { isMe } from "../../live";
import { Avatar, cx } from "../../ui";
import { shortTime } from "../days";
import { useNow } from "../now";
import type { Route } from "../route";
import { speakerOf } from "../said";
import { useSeat } from "../seat";
import { customerName } from "../words";
import { withoutMarks } from "./found";

interface HitRowProps {
  hit: Hit;
  route: Route;
  isOpen: boolean;
  onFollow: () => void;
}

export function HitRow({ hit: { dialog, message, note, parts }, route, isOpen, onFollow }: HitRowProps) {
  const name = customerName(dialog);
  return (
    <li>
      <Link
        href={route.href({ dialog: dialog.id, at: message?.seq ?? null, note: note?.id ?? null })}
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
            <When at={message?.sent_at ?? note?.written_at ?? dialog.updated_at} />
          </span>
          <span className="line-clamp-2 text-sm wrap-anywhere text-muted">
            {message ? <Speaker sender={message.sender} /> : null}
            {note ? <Author author={note.author} /> : null}
            <span dir="auto">
              {withoutMarks(parts).map(({ text, hit }, at) =>
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

function Speaker({ sender }: { sender: Person }) {
  const speaker = speakerOf(sender, useSeat().me);
  return speaker ? `${speaker}: ` : null;
}

/** Plainly not something that the customer has read. */
function Author({ author }: { author: Person }) {
  const isOwn = isMe(author, useSeat().me);
  return (
    <span className="font-medium text-warn">
      <Lock aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
      Note by {isOwn ? "you" : author.full_name}:{" "}
    </span>
  );
}

function When({ at }: { at: number }) {
  return <span className="text-[13px] whitespace-nowrap text-muted tabular-nums">{shortTime(at, useNow())}</span>;
}
