// What a list without conversations means, and what to do about it.
import { EmptyState, LinkButton } from "../../ui";
import { isNarrowed, listBehind, NO_FILTER, type ListName, type Route } from "../route";
import { PANES } from "./names";

export function Empty({ route }: { route: Route }) {
  const list = listBehind(route.list);
  if (isNarrowed(route.filter)) {
    return (
      <EmptyState
        icon={PANES[list].icon}
        title="Nothing fits the filter"
        action={
          <LinkButton size="sm" href={route.href({ filter: NO_FILTER })}>
            Clear the filter
          </LinkButton>
        }
      >
        There is no conversation like that under {PANES[list].name}.
      </EmptyState>
    );
  }
  const { title, text } = WORDS[list];
  return (
    <EmptyState icon={PANES[list].icon} title={title}>
      {text}
    </EmptyState>
  );
}

const WORDS: Record<ListName, { title: string; text: string }> = {
  queue: {
    title: "Nobody is waiting",
    text: "When the AI Agent does not know, or a customer asks for a person, the conversation appears here.",
  },
  mine: {
    title: "You have no conversations",
    text: "Take one from the Queue, or wait: while you are online, conversations are assigned to you.",
  },
  all: {
    title: "No conversations yet",
    text: "They appear here as soon as a customer writes in the chat on your website.",
  },
  assistant: {
    title: "The AI Agent is not talking to anybody",
    text: "The conversations that it answers by itself appear here. You can read along, and take one over.",
  },
  resolved: {
    title: "Nothing is resolved yet",
    text: "Conversations that were closed appear here, until the customer writes again.",
  },
  snoozed: {
    title: "Nothing is snoozed",
    text: "A conversation of yours that can wait goes here, and comes back to Mine when its time has come or the customer writes.",
  },
};
