// The left pane: which list, and its conversations; or the team.
import { Inbox, MessagesSquare, UserRoundCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Dialog } from "../../api";
import { Button, CenteredSpinner, cx, EmptyState, ErrorState } from "../../ui";
import type { ListName, PaneName, Route } from "../route";
import { useSeat } from "../seat";
import { TeamPane } from "../team/TeamPane";
import { Offers } from "./Offers";
import { Row } from "./Row";
import type { Counts } from "./useCounts";
import { panesOf } from "./useCurrentList";
import type { useList } from "./useList";

const NAMES: Record<PaneName, string> = { queue: "Queue", mine: "Mine", all: "All", team: "Team" };

interface ListPaneProps {
  route: Route;
  list: ReturnType<typeof useList>;
  counts: Counts | undefined;
  unseen: ReadonlySet<string>;
}

export function ListPane({ route, list, counts, unseen }: ListPaneProps) {
  return (
    <nav aria-label="Conversations" className="flex h-full min-h-0 flex-col bg-surface">
      <ListTabs route={route} counts={counts} unseen={unseen.size} />
      <Offers route={route} />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {route.list === "team" ? (
          <TeamPane route={route} counts={counts} />
        ) : (
          <Rows route={route} name={route.list} unseen={unseen} {...list} />
        )}
      </div>
    </nav>
  );
}

function ListTabs({ route, counts, unseen }: { route: Route; counts: Counts | undefined; unseen: number }) {
  const panes = panesOf(useSeat().me);
  return (
    // Four of the same width would leave too little for the widest.
    <ul className={cx("gap-1 border-b border-line p-2", panes.length > 3 ? "flex" : "grid auto-cols-fr grid-flow-col")}>
      {panes.map((name) => (
        <li key={name} className="flex-auto">
          <Link
            href={route.href({ list: name })}
            aria-current={name === route.list ? "true" : undefined}
            className={cx(
              "flex h-9 items-center justify-center gap-1.5 rounded-lg font-medium transition-colors",
              name === route.list ? "bg-accent-soft text-accent-ink" : "text-muted hover:bg-sunken hover:text-ink",
            )}
          >
            {NAMES[name]}
            {name === "team" ? null : <Count of={counts?.[name]} unseen={name === "mine" ? unseen : 0} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Filled while there is something new behind it. Its room is always the same, so that the names stay where they are. */
function Count({ of, unseen }: { of: number | undefined; unseen: number }) {
  return (
    <span
      className={cx(
        "min-w-6 rounded-full px-1.5 text-center text-[13px] leading-5 tabular-nums",
        unseen > 0 && "bg-accent font-semibold text-on-accent",
      )}
    >
      {of ?? ""}
      {unseen > 0 ? <span className="sr-only">, {unseen} with something new</span> : null}
    </span>
  );
}

interface RowsProps {
  route: Route;
  name: ListName;
  unseen: ReadonlySet<string>;
  dialogs: Dialog[];
  query: ReturnType<typeof useList>["query"];
}

function Rows({ route, name, unseen, dialogs, query }: RowsProps) {
  if (query.isPending) return <CenteredSpinner />;
  if (query.isError && dialogs.length === 0) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (dialogs.length === 0 && !query.hasNextPage) return <Empty list={name} />;
  return (
    <>
      <ul className="divide-y divide-line">
        {dialogs.map((dialog) => (
          <Row
            key={dialog.id}
            dialog={dialog}
            href={route.href({ dialog: dialog.id })}
            open={dialog.id === route.dialog}
            isNew={unseen.has(dialog.id)}
          />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="flex justify-center p-4">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Empty({ list }: { list: ListName }) {
  const { icon, title, text } = EMPTY[list];
  return (
    <EmptyState icon={icon} title={title}>
      {text}
    </EmptyState>
  );
}

const EMPTY: Record<ListName, { icon: ReactNode; title: string; text: string }> = {
  queue: {
    icon: <Inbox />,
    title: "Nobody is waiting",
    text: "When the AI Agent does not know, or a customer asks for a person, the conversation appears here. Look under All to see what the AI Agent is answering now.",
  },
  mine: {
    icon: <UserRoundCheck />,
    title: "You have no conversations",
    text: "Take one from the Queue, or wait: while you are online, conversations are assigned to you.",
  },
  all: {
    icon: <MessagesSquare />,
    title: "No conversations yet",
    text: "They appear here as soon as a customer writes in the chat on your website.",
  },
};
