// What was found, with the words in their surroundings; each leads to the message.
import type { Hit } from "../../api";
import { SearchX } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { CenteredSpinner, cx, EmptyState, ErrorState, LinkButton, ShowMore } from "../../ui";
import { isNarrowed, NO_FILTER, type Route } from "../route";
import { SaveView } from "../views/SaveView";
import { HitRow } from "./HitRow";
import { useHits } from "./useHits";

export function Hits({ route }: { route: Route }) {
  const found = useHits(route.q, route.filter);
  const [followed, setFollowed] = useState<Hit | null>(null);
  if (found.isPending) return <CenteredSpinner />;
  if (found.isError && found.items.length === 0) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.items.length === 0) return <Nothing route={route} />;
  return (
    <section aria-label="Search results" className={cx("transition-opacity", found.isPlaceholderData && "opacity-60")}>
      <div className="flex min-h-11 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
        <p role="status" className="text-sm text-muted">
          {found.items.length}
          {found.hasNextPage ? " or more" : ""} found
        </p>
        <SaveView route={route} name={route.q} />
      </div>
      <ul className="divide-y divide-line" onKeyDown={step}>
        {found.items.map((hit) => (
          <HitRow
            key={keyOf(hit)}
            hit={hit}
            route={route}
            // The address names the message only until it is shown.
            isOpen={hit.dialog.id === route.dialog && followed !== null && keyOf(followed) === keyOf(hit)}
            onFollow={() => setFollowed(hit)}
          />
        ))}
      </ul>
      <ShowMore hasMore={found.hasNextPage} busy={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} />
    </section>
  );
}

function Nothing({ route }: { route: Route }) {
  const narrowed = isNarrowed(route.filter);
  const action = narrowed ? (
    <LinkButton size="sm" href={route.href({ filter: NO_FILTER })}>
      Search without the filter
    </LinkButton>
  ) : null;
  return (
    <EmptyState icon={<SearchX />} title="Nothing was found" action={action}>
      No message, note, file, name or e-mail {narrowed ? "that fits the filter " : ""}has “{route.q}” in it. Words are found by how they begin,
      and all of them must occur.
    </EmptyState>
  );
}

function keyOf({ dialog, message, note }: Hit): string {
  return `${dialog.id}-${message?.id ?? note?.id ?? "name"}`;
}

/** The arrow keys go from hit to hit. */
function step(event: KeyboardEvent<HTMLUListElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-hit]")];
  const next = hits[hits.indexOf(event.target as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
