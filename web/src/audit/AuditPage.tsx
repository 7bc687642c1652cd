// The audit log: filters that stand in the address, entries page by page, and all of them as a file.
import { Download, ScrollText } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { saveCsv } from "../csv";
import { Button, CenteredSpinner, EmptyState, ErrorState, List, Page, Section, ShowMore, toast } from "../ui";
import { everyEntry, FILE_MAX, useAudit } from "./audit";
import { Entry } from "./Entry";
import { FIELDS, filterOf, isFiltered, type Filter } from "./filter";
import { Filters } from "./Filters";
import { rowsOf } from "./rows";

export function AuditPage({ app }: { app: number }) {
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const audit = useAudit(app, filter);
  const setFilter = (wanted: Filter) =>
    setParams(Object.fromEntries(FIELDS.map((name) => [name, wanted[name]]).filter(([, value]) => value)), { replace: true });
  return (
    <Page
      title="Audit log"
      description="Who changed what, and when. What customers write is never in it, and neither is a secret."
      actions={audit.items.length > 0 ? <AsFile app={app} filter={filter} /> : null}
    >
      <Section flush>
        <Filters filter={filter} seen={audit.items} onFilter={setFilter} />
        {audit.isPending ? <CenteredSpinner /> : null}
        {audit.isError && !audit.data ? <ErrorState error={audit.error} onRetry={() => void audit.refetch()} /> : null}
        {audit.data && audit.items.length === 0 ? <Nothing filtered={isFiltered(filter)} onClear={() => setParams({}, { replace: true })} /> : null}
        {audit.items.length > 0 ? (
          <div className="border-t border-line">
            <List label="Audit log">
              {audit.items.map((entry) => (
                <Entry key={entry.id} app={app} entry={entry} />
              ))}
            </List>
            <ShowMore hasMore={audit.hasNextPage} busy={audit.isFetchingNextPage} onMore={() => void audit.fetchNextPage()} />
          </div>
        ) : null}
      </Section>
    </Page>
  );
}

function AsFile({ app, filter }: { app: number; filter: Filter }) {
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { items, isAll } = await everyEntry(app, filter);
      saveCsv(`audit-${new Date().toISOString().slice(0, 10)}`, rowsOf(items));
      if (!isAll) toast.done(`The file has the newest ${FILE_MAX.toLocaleString()} entries. Choose fewer days for the others.`);
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<Download aria-hidden className="size-4" />} busy={busy} onClick={() => void download()}>
      Download CSV
    </Button>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <EmptyState title="Nothing matches" action={<Button onClick={onClear}>Show everything</Button>}>
      Nothing of this kind was done in this time.
    </EmptyState>
  ) : (
    <EmptyState icon={<ScrollText />} title="Nothing was changed yet">
      As soon as somebody changes a setting, you see here who it was.
    </EmptyState>
  );
}
