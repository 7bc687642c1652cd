// One entry: what was done to what, by whom and when; what changed opens below it.
import type { AuditEntry } from "../api";
import { Link } from "wouter";
import { Badge, dateTime } from "../ui";
import { Changes } from "./Changes";
import { actionInWords, kindInWords, wayTo } from "./words";

export function Entry({ app, entry: { at, actor, action, target, changes } }: { app: number; entry: AuditEntry }) {
  return (
    <li className="flex flex-col gap-1 px-5 py-3.5 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="min-w-0 wrap-anywhere">
          <span className="font-medium">{actionInWords(action)}</span>
          {target?.name ? (
            <>
              {" · "}
              <Target app={app} target={target} name={target.name} />
            </>
          ) : null}
        </p>
        <time dateTime={new Date(at).toISOString()} className="text-sm whitespace-nowrap text-muted tabular-nums">
          {dateTime(at)}
        </time>
      </div>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className="wrap-anywhere">{actor.name}</span>
        {actor.name === kindInWords(actor.kind) ? null : <Badge>{kindInWords(actor.kind)}</Badge>}
      </p>
      {changes.length > 0 ? <Changes changes={changes} /> : null}
    </li>
  );
}

function Target({ app, target, name }: { app: number; target: AuditEntry["target"]; name: string }) {
  const href = wayTo(app, target);
  return href ? (
    <Link href={href} className="rounded text-accent-ink underline underline-offset-2">
      {name}
    </Link>
  ) : (
    name
  );
}
