// The numbers of an app: how things stand now, and what came of today.
import type { Today as Numbers } from "../api";
import { ArrowRight } from "lucide-react";
import { useId } from "react";
import { Link } from "wouter";
import { lasting, percent } from "../ui";
import { Figure, Figures } from "./Figures";

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

interface NumbersProps {
  app: number;
  today: Numbers;
}

export function Now({ app, today }: NumbersProps) {
  const heading = useId();
  const { waiting_now, longest_waiting_since: since, open_with_agents, agents_online, free_places } = today;
  return (
    <section aria-labelledby={heading}>
      <Heading id={heading} title="Right now" />
      <Figures columns={3}>
        <Figure
          label="Waiting"
          value={waiting_now}
          detail={since === null ? "Nobody waits" : `Longest for ${lasting(Math.max(0, Date.now() - since))}`}
          href={`/desk/queue?app=${app}`}
          calls={waiting_now > 0}
        />
        <Figure label="With agents" value={open_with_agents} detail="Conversations" href={`/desk/all?app=${app}`} />
        <Figure
          label="Agents online"
          value={agents_online}
          detail={free_places === 1 ? "1 free place" : `${free_places.toLocaleString()} free places`}
          href={`/apps/${app}/agents`}
        />
      </Figures>
    </section>
  );
}

export function Today({ app, today }: NumbersProps) {
  const heading = useId();
  const { from, conversations, answered_by_ai, handed_over, first_reply_p50_ms } = today;
  const ofAll = (count: number) => (conversations > 0 ? `${percent(Math.min(1, count / conversations))} of all` : "None yet");
  return (
    <section aria-labelledby={heading}>
      <Heading id={heading} title="Today" detail={`since ${TIME.format(from)}`} href={`/apps/${app}/reports?days=1`} />
      <Figures columns={4}>
        <Figure label="Conversations" value={conversations} detail="Began today" />
        <Figure label="Answered by AI" value={answered_by_ai} detail={ofAll(answered_by_ai)} />
        <Figure label="Handed over" value={handed_over} detail={ofAll(handed_over)} />
        <Figure label="First reply" value={lasting(first_reply_p50_ms)} detail="Half within this time" />
      </Figures>
    </section>
  );
}

function Heading({ id, title, detail, href }: { id: string; title: string; detail?: string; href?: string }) {
  return (
    <div className="mb-2.5 flex items-baseline gap-2">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {detail ? <span className="text-sm text-muted">{detail}</span> : null}
      {href ? (
        <Link href={href} className="ml-auto inline-flex items-center gap-1 rounded text-sm font-medium text-accent-ink hover:underline">
          All reports <ArrowRight aria-hidden className="size-4" />
        </Link>
      ) : null}
    </div>
  );
}
