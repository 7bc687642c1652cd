// The left pane: search, the lists, what narrows them, and their conversations; or the team.
import { useRef } from "react";
import { isNarrowed, NO_FILTER, type Route } from "../route";
import { Hits } from "../search/Hits";
import { SearchField } from "../search/SearchField";
import { TeamPane } from "../team/TeamPane";
import { FilterBar } from "./FilterBar";
import { ListNav } from "./ListNav";
import { Offers } from "./Offers";
import { Rows } from "./Rows";
import type { Counts } from "./useCounts";
import type { ListOfDialogs } from "./useList";

interface ListPaneProps {
  route: Route;
  list: ListOfDialogs;
  counts: Counts | undefined;
  /** Mine with something new, and all with something new. */
  unseen: { mine: ReadonlySet<string>; all: ReadonlySet<string> };
  onShown: (ids: string[]) => void;
}

export function ListPane({ route, list, counts, unseen, onShown }: ListPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  // Each list begins at its top.
  const which = [route.list, ...Object.values(isNarrowed(route.filter) ? route.filter : NO_FILTER)].join();
  return (
    <nav aria-label="Conversations" className="flex h-full min-h-0 flex-col bg-surface">
      <SearchField route={route} />
      <ListNav route={route} counts={counts} unseen={unseen.mine.size} />
      <FilterBar route={route} />
      <Offers route={route} />
      <div ref={box} key={route.q ? "search" : which} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {route.q ? (
          <Hits route={route} />
        ) : route.list === "team" ? (
          <TeamPane route={route} counts={counts} />
        ) : (
          <Rows route={route} list={list} unseen={unseen.all} box={box} onShown={onShown} />
        )}
      </div>
    </nav>
  );
}
