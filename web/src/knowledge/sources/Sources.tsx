// The list of sources with its search and filters, and the wish to remove one.
import { BookOpen, SearchX } from "lucide-react";
import { useState } from "react";
import type { Source } from "../../api";
import { Button, CenteredSpinner, ConfirmDialog, EmptyState, ErrorState, Section, ShowMore, Table, toast } from "../../ui";
import { useKnowledge } from "../overview/knowledge";
import { useSettled } from "../useSettled";
import { Filters, type Filter } from "./Filters";
import { sourceColumns } from "./sourceColumns";
import { useRemoveSource, useSources } from "./sources";

interface SourcesProps {
  app: number;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onView: (source: Source) => void;
}

const NOTHING: Filter = { search: "", state: "", site: null };

export function Sources({ app, filter, onFilter, onView }: SourcesProps) {
  const search = useSettled(filter.search.trim());
  const sources = useSources(app, { search, state: filter.state, site: filter.site ?? "" });
  const filtered = Boolean(search || filter.state || filter.site);
  const known = sources.data !== undefined && (sources.items.length > 0 || filtered);
  return (
    <Section flush>
      {known ? <Filters app={app} filter={filter} onFilter={onFilter} /> : null}
      {sources.isPending ? <CenteredSpinner /> : null}
      {sources.isError && !sources.data ? <ErrorState error={sources.error} onRetry={() => void sources.refetch()} /> : null}
      {sources.items.length > 0 ? <Listed app={app} sources={sources} onView={onView} /> : null}
      {sources.data && sources.items.length === 0 ? filtered ? <NoMatch onClear={() => onFilter(NOTHING)} /> : <NoneYet /> : null}
    </Section>
  );
}

interface ListedProps {
  app: number;
  sources: ReturnType<typeof useSources>;
  onView: (source: Source) => void;
}

function Listed({ app, sources, onView }: ListedProps) {
  const learns = useKnowledge(app).data?.model.state === "ready";
  const [removing, setRemoving] = useState<Source | null>(null);
  return (
    <div>
      <Table
        label="Sources"
        rows={sources.items}
        rowKey={(source) => source.id}
        columns={sourceColumns({ app, learns, onView, onRemove: setRemoving })}
      />
      <ShowMore hasMore={sources.hasNextPage} busy={sources.isFetchingNextPage} onMore={() => void sources.fetchNextPage()} />
      {removing ? <RemoveSource app={app} source={removing} onClose={() => setRemoving(null)} /> : null}
    </div>
  );
}

function RemoveSource({ app, source, onClose }: { app: number; source: Source; onClose: () => void }) {
  const remove = useRemoveSource(app);
  return (
    <ConfirmDialog
      open
      title={`Remove “${source.title}”?`}
      action="Remove"
      danger
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync(source);
        toast.done("The source is removed.");
      }}
    >
      AI Agents stop answering from it at once. {source.site ? "When its website is read again, it may come back. " : ""}This cannot be
      undone.
    </ConfirmDialog>
  );
}

function NoneYet() {
  return (
    <EmptyState icon={<BookOpen />} title="No knowledge yet">
      Upload your help pages, have your website read, paste a text, or write down a question with its answer. Until then every question is
      an unanswered one.
    </EmptyState>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={<SearchX />} title="No source matches" action={<Button onClick={onClear}>Show all sources</Button>}>
      Search looks at titles and addresses.
    </EmptyState>
  );
}
