// What needs somebody, in sentences; each leads to where something can be done about it.
import type { Attention } from "../api";
import { ChevronRight, CircleCheck, TriangleAlert } from "lucide-react";
import { Link } from "wouter";
import { cx, List, Section } from "../ui";
import { isUrgent, wayTo } from "./attention";

interface AttentionListProps {
  app: number;
  attention: Attention[];
}

export function AttentionList({ app, attention }: AttentionListProps) {
  if (attention.length === 0) {
    return (
      <Section>
        <p className="-my-1 flex items-center gap-3">
          <CircleCheck aria-hidden className="size-5 shrink-0 text-ok" />
          Nothing needs you right now.
        </p>
      </Section>
    );
  }
  return (
    <Section title="Needs attention" flush>
      <List label="Needs attention" className="border-t border-line">
        {attention.map((one) => (
          <li key={`${one.kind} ${one.assistant}`}>
            <Entry app={app} one={one} />
          </li>
        ))}
      </List>
    </Section>
  );
}

function Entry({ app, one }: { app: number; one: Attention }) {
  const { href, action } = wayTo(one, app);
  return (
    <Link
      href={href}
      className="flex items-center gap-3 px-5 py-3.5 transition-colors hover:bg-sunken focus-visible:-outline-offset-2 sm:px-6"
    >
      <TriangleAlert aria-hidden className={cx("size-[18px] shrink-0", isUrgent(one) ? "text-danger" : "text-warn")} />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
        <span className="min-w-0 flex-1 basis-72 text-pretty wrap-anywhere">{one.sentence}</span>
        <span className="text-sm font-medium text-accent-ink">{action}</span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
    </Link>
  );
}
