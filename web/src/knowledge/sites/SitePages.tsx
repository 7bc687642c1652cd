// The pages of one website and what became of each.
import { Link } from "wouter";
import type { Site, SitePage } from "../../api";
import { Badge, Button, CenteredSpinner, Dialog, ErrorState, ShowMore, Table, type Column, type Tone } from "../../ui";
import { useSitePages } from "./sites";
import { countsOf, PAGE_STATES } from "./words";

interface SitePagesProps {
  app: number;
  site: Site;
  onClose: () => void;
}

export function SitePages({ app, site, onClose }: SitePagesProps) {
  const pages = useSitePages(app, site);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Pages of ${site.address}`}
      description={countsOf(site.pages)}
      size="lg"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {pages.isPending ? <CenteredSpinner /> : null}
      {pages.isError ? <ErrorState error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.data && pages.items.length === 0 ? <p className="py-6 text-center text-muted">No page was found yet.</p> : null}
      {pages.items.length > 0 ? (
        <div className="-mx-5">
          <Table label="Pages" rows={pages.items} rowKey={(page) => page.address} columns={columnsFor(app)} />
          <ShowMore hasMore={pages.hasNextPage} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
        </div>
      ) : null}
    </Dialog>
  );
}

const TONES: Partial<Record<SitePage["state"], Tone>> = { read: "ok", unchanged: "ok", failed: "danger" };

function columnsFor(app: number): Column<SitePage>[] {
  return [
    {
      label: "Page",
      heads: true,
      cell: ({ address, error, source }) => (
        <span className="min-w-0">
          {source ? (
            <Link href={`/apps/${app}/knowledge?source=${source}`} className="wrap-anywhere text-accent-ink underline-offset-2 hover:underline">
              {address}
            </Link>
          ) : (
            <span className="wrap-anywhere">{address}</span>
          )}
          {error ? <span className="block text-sm wrap-anywhere text-danger">{error}</span> : null}
        </span>
      ),
    },
    { label: "State", cell: ({ state }) => <Badge tone={TONES[state] ?? "neutral"}>{PAGE_STATES[state]}</Badge> },
    { label: "Links deep", numeric: true, cell: ({ depth }) => depth },
  ];
}
