// Above the list of sources: words to search for, the state, and the website that they are from.
import { X } from "lucide-react";
import type { Source } from "../../api";
import { Button, Field, Input, Select } from "../../ui";
import { useSite } from "../sites/sites";

export interface Filter {
  search: string;
  state: Source["state"] | "";
  site: string | null;
}

const STATES: { value: Filter["state"]; label: string }[] = [
  { value: "", label: "Every state" },
  { value: "ready", label: "Ready" },
  { value: "pending", label: "Being read" },
  { value: "failed", label: "Failed" },
];

interface FiltersProps {
  app: number;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

export function Filters({ app, filter, onFilter }: FiltersProps) {
  return (
    <div className="flex flex-wrap items-end gap-3 px-5 pt-5 sm:px-6">
      <Field label="Search sources" hideLabel className="flex-1 basis-56">
        <Input
          type="search"
          placeholder="Search sources"
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
      </Field>
      <Field label="State" hideLabel className="w-40">
        <Select
          options={STATES}
          value={filter.state}
          onChange={(event) => onFilter({ ...filter, state: event.target.value as Filter["state"] })}
        />
      </Field>
      {filter.site ? <OfSite app={app} site={filter.site} onClear={() => onFilter({ ...filter, site: null })} /> : null}
    </div>
  );
}

function OfSite({ app, site, onClear }: { app: number; site: string; onClear: () => void }) {
  const address = useSite(app, site).data?.address ?? "one website";
  return (
    <Button size="sm" className="h-10 max-w-full" icon={<X className="size-4 shrink-0" />} onClick={onClear}>
      <span className="sr-only">Show not only </span>
      <span className="truncate">From {address}</span>
    </Button>
  );
}
