// The lists, the team for who supervises, and the saved views, with how many conversations each list has.
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { cx } from "../../ui";
import { isNarrowed, NO_FILTER, type ListName, type Route } from "../route";
import { useSeat } from "../seat";
import { ViewLinks } from "../views/ViewLinks";
import { Count } from "./Count";
import { PANES } from "./names";
import { NavLink } from "./NavLink";
import type { Counts } from "./useCounts";
import { panesOf } from "./useCurrentList";

interface ListNavProps {
  route: Route;
  counts: Counts | undefined;
  /** How many of mine have something new. */
  unseen: number;
}

export function ListNav({ route, counts, unseen }: ListNavProps) {
  const panes = panesOf(useSeat().me);
  const [unfolded, setUnfolded] = useState(false);
  const fold = () => setUnfolded(false);
  const isPlain = !route.q && !isNarrowed(route.filter);
  return (
    <div className="border-b border-line px-2 pb-2">
      <button
        type="button"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
        className="flex h-11 w-full items-center gap-2.5 rounded-lg px-2.5 font-medium hover:bg-sunken md:hidden [&_svg]:size-4"
      >
        {PANES[route.list].icon}
        <span>{PANES[route.list].name}</span>
        {route.list === "team" ? null : <Count of={counts?.[route.list]} unseen={0} />}
        <ChevronDown aria-hidden className={cx("ml-auto text-muted transition-transform", unfolded && "rotate-180")} />
        <span className="sr-only">, other lists</span>
      </button>
      <div className={cx("max-h-[45dvh] overflow-y-auto overscroll-contain md:block", !unfolded && "hidden")}>
        <ul className="flex flex-col gap-px">
          {panes.map((name) => (
            <li key={name} className="flex">
              <NavLink
                href={route.href({ list: name, filter: NO_FILTER, q: "" })}
                icon={PANES[name].icon}
                name={PANES[name].name}
                isCurrent={name === route.list && isPlain}
                onGo={fold}
              >
                {name === "team" ? null : <Count of={counts?.[name as ListName]} unseen={name === "mine" ? unseen : 0} />}
              </NavLink>
            </li>
          ))}
        </ul>
        <ViewLinks route={route} onGo={fold} />
      </div>
    </div>
  );
}
