// The websites that are read, with how far each one is.
import { Globe } from "lucide-react";
import { Button, CenteredSpinner, EmptyState, ErrorState, List, Section, ShowMore } from "../../ui";
import { SiteRow } from "./SiteRow";
import { useSites } from "./sites";

export function Sites({ app, onAdd }: { app: number; onAdd: () => void }) {
  const sites = useSites(app);
  if (sites.isPending) return <CenteredSpinner />;
  if (sites.isError) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  return (
    <Section flush>
      {sites.items.length === 0 ? (
        <EmptyState icon={<Globe />} title="No website yet" action={<Button onClick={onAdd}>Have a website read</Button>}>
          Give the address of your help pages. They become knowledge, and are read again as often as you like.
        </EmptyState>
      ) : (
        <div>
          <List label="Websites">
            {sites.items.map((site) => (
              <SiteRow key={site.id} app={app} site={site} />
            ))}
          </List>
          <ShowMore hasMore={sites.hasNextPage} busy={sites.isFetchingNextPage} onMore={() => void sites.fetchNextPage()} />
        </div>
      )}
    </Section>
  );
}
