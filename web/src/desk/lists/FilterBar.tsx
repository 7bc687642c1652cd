// What narrows the list now, each to be taken away, and the way to keep it as a view.
import { Chip } from "../../ui";
import { isNarrowed, type Route } from "../route";
import { SaveView } from "../views/SaveView";
import { KIND_NAMES, nameIn, useFilterNames, type FilterKind } from "./useFilterNames";

const KINDS: FilterKind[] = ["assistant", "agent", "label"];

export function FilterBar({ route }: { route: Route }) {
  return isNarrowed(route.filter) ? <Chips route={route} /> : null;
}

function Chips({ route }: { route: Route }) {
  const known = useFilterNames();
  const { filter } = route;
  const set = KINDS.filter((kind) => filter[kind] !== null);
  const name = (kind: FilterKind) => nameIn(known, kind, filter) ?? "…";
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
      <ul aria-label="Filters" className="contents">
        {set.map((kind) => (
          <li key={kind} className="max-w-full">
            <Chip
              removeLabel={`Remove the filter ${KIND_NAMES[kind]}: ${name(kind)}`}
              onRemove={() => route.go({ filter: { ...filter, [kind]: null } })}
            >
              <span className="text-muted">{KIND_NAMES[kind]}</span>
              <span className="truncate">{name(kind)}</span>
            </Chip>
          </li>
        ))}
      </ul>
      {/* Of a search, what was found offers it. */}
      {route.q ? null : <SaveView route={route} name={set.map(name).join(", ")} />}
    </div>
  );
}
