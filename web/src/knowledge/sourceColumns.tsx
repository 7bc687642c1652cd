// One source as a row: what it is, whether it is ready, and how much it holds.
import { Trash2 } from "lucide-react";
import type { Source } from "../api";
import { ago, Badge, byteSize, dateTime, IconButton, type Column } from "../ui";

const KINDS: Record<Source["kind"], string> = {
  text: "Text",
  markdown: "Markdown",
  html: "HTML",
  qa: "Question and answer",
};

interface RowWishes {
  onView: (source: Source) => void;
  onRemove: (source: Source) => void;
}

export function sourceColumns({ onView, onRemove }: RowWishes): Column<Source>[] {
  return [
    {
      label: "Title",
      heads: true,
      cell: (source) => (
        <span className="min-w-0">
          <button
            type="button"
            className="text-left font-medium break-words text-accent-ink underline-offset-2 hover:underline"
            onClick={() => onView(source)}
          >
            {source.title}
          </button>
          {source.error ? <span className="block text-sm break-words text-danger">{source.error}</span> : null}
        </span>
      ),
    },
    { label: "Kind", cell: (source) => KINDS[source.kind] ?? source.kind },
    { label: "State", cell: (source) => <SourceState state={source.state} /> },
    { label: "Passages", numeric: true, cell: (source) => source.passages },
    { label: "Size", numeric: true, cell: (source) => <span className="whitespace-nowrap">{byteSize(source.bytes)}</span> },
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

function SourceState({ state }: { state: Source["state"] }) {
  if (state === "ready") return <Badge tone="ok">Ready</Badge>;
  if (state === "failed") return <Badge tone="danger">Failed</Badge>;
  return (
    <Badge tone="warn" dot>
      Being read
    </Badge>
  );
}
