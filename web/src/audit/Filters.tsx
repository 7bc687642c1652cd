// Above the log: by whom, to what, and between which days.
import type { AuditEntry } from "../api";
import { X } from "lucide-react";
import { Button, Field, Input, Select } from "../ui";
import { isFiltered, type Filter } from "./filter";
import { useActors } from "./useActors";
import { ACTIONS } from "./words";

interface FiltersProps {
  filter: Filter;
  /** What is on screen: who did it can be chosen. */
  seen: AuditEntry[];
  onFilter: (filter: Filter) => void;
}

const NOTHING: Filter = { actor: "", action: "", from: "", to: "" };

export function Filters({ filter, seen, onFilter }: FiltersProps) {
  const actors = useActors(seen, filter.actor);
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  return (
    <div className="-mb-1 grid grid-cols-2 items-end gap-3 px-5 pt-5 sm:px-6 lg:grid-cols-[1fr_1fr_auto_auto_auto]">
      <Field label="Who" className="min-w-0">
        <Select value={filter.actor} onChange={(event) => set({ actor: event.target.value })} options={actors} />
      </Field>
      <Field label="What" className="min-w-0">
        <Select
          value={filter.action}
          onChange={(event) => set({ action: event.target.value })}
          options={[{ value: "", label: "Everything" }, ...ACTIONS]}
        />
      </Field>
      <Field label="From" className="min-w-0">
        <Input type="date" className="max-sm:px-2" max={filter.to || undefined} value={filter.from} onChange={(event) => set({ from: event.target.value })} />
      </Field>
      <Field label="To" className="min-w-0">
        <Input type="date" className="max-sm:px-2" min={filter.from || undefined} value={filter.to} onChange={(event) => set({ to: event.target.value })} />
      </Field>
      {isFiltered(filter) ? (
        <Button variant="ghost" className="justify-self-start" icon={<X aria-hidden className="size-4" />} onClick={() => onFilter(NOTHING)}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
