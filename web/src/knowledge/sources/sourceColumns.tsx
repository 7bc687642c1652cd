// One source as a row: what it is, whether it is ready, and how much it holds.
import { Trash2 } from "lucide-react";
import type { Source } from "../../api";
import { languageName } from "../../languages";
import { ago, dateTime, IconButton, type Column } from "../../ui";
import { kindOf } from "./kinds";
import { SourceState } from "./SourceState";
import { SourceTrouble } from "./SourceTrouble";

interface RowWishes {
  app: number;
  /** Whether passages are being learned by meaning. */
  learns: boolean;
  onView: (source: Source) => void;
  onRemove: (source: Source) => void;
}

export function sourceColumns({ app, learns, onView, onRemove }: RowWishes): Column<Source>[] {
  return [
    { label: "Title", heads: true, cell: (source) => <Title app={app} source={source} onView={onView} /> },
    { label: "Language", extra: true, cell: ({ language }) => (language ? languageName(language) : <None />) },
    { label: "State", cell: (source) => <SourceState source={source} learns={learns} /> },
    { label: "Passages", extra: true, numeric: true, cell: (source) => source.passages },
    {
      label: "Changed",
      cell: (source) => (
        <span className="md:whitespace-nowrap" title={dateTime(source.updated_at)}>
          {ago(source.updated_at)}
        </span>
      ),
    },
    {
      label: "Actions",
      hideLabel: true,
      numeric: true,
      cell: (source) => (
        <IconButton
          label={`Remove ${source.title}`}
          size="sm"
          className="max-md:absolute max-md:top-3 max-md:right-3"
          onClick={() => onRemove(source)}
        >
          <Trash2 />
        </IconButton>
      ),
    },
  ];
}

function Title({ app, source, onView }: { app: number; source: Source; onView: (source: Source) => void }) {
  const { label, icon: Icon } = kindOf(source);
  return (
    <span className="flex min-w-0 items-start gap-3">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 stroke-[1.5] text-faint" />
      <span className="min-w-0">
        <button
          type="button"
          className="text-left font-medium wrap-anywhere text-accent-ink underline-offset-2 hover:underline"
          onClick={() => onView(source)}
        >
          {source.title}
        </button>
        <span className="line-clamp-1 text-sm break-all text-muted" title={source.address ?? undefined}>
          {source.address ? `${label} · ${withoutScheme(source.address)}` : label}
        </span>
        <SourceTrouble app={app} source={source} />
      </span>
    </span>
  );
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, "");
}

function None() {
  return (
    <span aria-label="Not clear" role="img" className="text-faint">
      –
    </span>
  );
}
