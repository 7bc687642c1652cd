// What a source said before each change. Each of these can be brought back; what it says now is then kept as well.
import type { SourceDetail, SourceVersion } from "../../api";
import { ago, Button, CenteredSpinner, dateTime, ErrorState, List, ShowMore, toast } from "../../ui";
import { Words } from "./SourceText";
import { changeOf } from "./change";
import { useChangeSource, useVersions } from "./sources";

export function Versions({ app, source }: { app: number; source: SourceDetail }) {
  const versions = useVersions(app, source.id);
  if (versions.isPending) return <CenteredSpinner />;
  if (versions.isError) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.items.length === 0) return <p className="py-6 text-center text-muted">There are no earlier versions.</p>;
  return (
    <div>
      <List label="Earlier versions">
        {versions.items.map((version) => (
          <Version key={version.version} app={app} source={source} version={version} />
        ))}
      </List>
      <ShowMore hasMore={versions.hasNextPage} busy={versions.isFetchingNextPage} onMore={() => void versions.fetchNextPage()} />
    </div>
  );
}

function Version({ app, source, version }: { app: number; source: SourceDetail; version: SourceVersion }) {
  const change = useChangeSource(app, source.id);
  const restore = () =>
    change.mutate(changeOf(source.kind, version), {
      onSuccess: () => toast.done(`Version ${version.version} is back.`),
      onError: toast.failed,
    });
  return (
    <li className="py-3">
      <details className="group">
        <summary className="flex list-none flex-wrap items-baseline gap-x-3 rounded-lg px-2 py-1 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <span className="font-medium">Version {version.version}</span>
          <span className="text-sm text-muted" title={dateTime(version.replaced_at)}>
            until {ago(version.replaced_at)}
          </span>
          <span className="line-clamp-1 basis-full text-sm text-muted wrap-anywhere group-open:hidden">{version.text}</span>
        </summary>
        <div className="flex flex-col items-start gap-3 px-2 pt-2">
          {version.title === source.title ? null : <p className="font-semibold wrap-anywhere">{version.title}</p>}
          <Words {...version} />
          {source.site === null ? (
            <Button size="sm" busy={change.isPending} onClick={restore}>
              Bring version {version.version} back
            </Button>
          ) : null}
        </div>
      </details>
    </li>
  );
}
