// The knowledge of an app in one line, and whether it is found by meaning.
import type { Knowledge } from "../../api";
import { ErrorState, Progress } from "../../ui";
import { useKnowledge } from "./knowledge";
import { ModelState } from "./ModelState";
import { counted, foundByMeaning, plural, underWay } from "./sentences";

interface OverviewProps {
  app: number;
  onShowFailed: () => void;
}

export function Overview({ app, onShowFailed }: OverviewProps) {
  const query = useKnowledge(app);
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const knowledge = query.data;
  return (
    <section aria-label="Overview" className="flex min-h-24 flex-col gap-3">
      {knowledge ? (
        <>
          <Line knowledge={knowledge} onShowFailed={onShowFailed} />
          <ModelState app={app} model={knowledge.model} />
        </>
      ) : null}
    </section>
  );
}

function Line({ knowledge, onShowFailed }: { knowledge: Knowledge; onShowFailed: () => void }) {
  const { sources, passages, encoded, failed, model } = knowledge;
  const meaning = foundByMeaning(knowledge);
  const way = underWay(knowledge);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <Figure count={sources} noun={sources === 1 ? "source" : "sources"} />
        <Figure count={passages} noun={passages === 1 ? "passage" : "passages"} />
        {meaning ? <span className="text-muted">{meaning}</span> : null}
        {failed > 0 ? (
          <button type="button" onClick={onShowFailed} className="text-danger underline underline-offset-2">
            {plural(failed, "source")} failed
          </button>
        ) : null}
      </p>
      {way ? (
        <div role="status" className="flex max-w-xl flex-col gap-1.5">
          <p className="text-sm text-muted first-letter:uppercase">{way}</p>
          <Progress label="Indexing" done={encoded} total={model.state === "ready" && passages > 0 ? passages : null} />
        </div>
      ) : null}
    </div>
  );
}

function Figure({ count, noun }: { count: number; noun: string }) {
  return (
    <span className="text-muted">
      <strong className="text-lg font-semibold text-ink tabular-nums">{counted(count)}</strong> {noun}
    </span>
  );
}
