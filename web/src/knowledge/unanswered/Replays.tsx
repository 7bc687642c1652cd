// What the last change of knowledge did to questions that had been answered: which got worse, and the reports before it.
import type { Replay } from "../../api";
import { ago, cx, dateTime, List, percent, Section, ShowMore } from "../../ui";
import { plural } from "../overview/sentences";
import { reportOf } from "./replay";
import { useReplays } from "./unanswered";

interface ReplaysProps {
  app: number;
  onLook: (id: string) => void;
}

export function Replays({ app, onLook }: ReplaysProps) {
  const replays = useReplays(app);
  const [last, ...earlier] = replays.items;
  // A report is only made when there was something to ask again; before that there is nothing to say.
  if (!last) return null;
  const before = earlier.length > 0 ? <Earlier replays={replays} items={earlier} onLook={onLook} /> : null;
  if (last.worse.length === 0) {
    return (
      <section aria-label="What got worse" className="flex flex-col gap-2 text-sm">
        <Report replay={last} onLook={onLook} />
        {before}
      </section>
    );
  }
  return (
    <Section title="What got worse" description={reportOf(last)}>
      <Report replay={last} onLook={onLook} />
      {before}
    </Section>
  );
}

interface EarlierProps {
  replays: ReturnType<typeof useReplays>;
  items: Replay[];
  onLook: (id: string) => void;
}

function Earlier({ replays, items, onLook }: EarlierProps) {
  return (
    <details>
      <summary className="w-fit rounded text-sm text-muted hover:text-ink">Earlier reports</summary>
      <List label="Earlier reports" className="mt-2">
        {items.map((replay) => (
          <li key={replay.id} className="flex flex-col gap-2 py-3">
            <p className="text-sm text-muted">{reportOf(replay)}</p>
            <Report replay={replay} onLook={onLook} />
          </li>
        ))}
      </List>
      <ShowMore hasMore={replays.hasNextPage} busy={replays.isFetchingNextPage} onMore={() => void replays.fetchNextPage()} />
    </details>
  );
}

function Report({ replay: { worse, made_at }, onLook }: { replay: Replay; onLook: (id: string) => void }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">
        <span className={cx("font-semibold", worse.length > 0 ? "text-danger" : "text-ok")}>
          {worse.length > 0 ? `${plural(worse.length, "question")} got worse` : "Nothing got worse"}
        </span>{" "}
        <span className="text-muted" title={dateTime(made_at)}>
          {ago(made_at)}
        </span>
      </p>
      {worse.length > 0 ? (
        <List label="Questions that got worse">
          {worse.map(({ unanswered, question, score_before, score }) => (
            <li key={`${unanswered}-${question}`} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
              <button
                type="button"
                className="min-w-0 text-left wrap-anywhere text-accent-ink underline underline-offset-2"
                onClick={() => onLook(unanswered)}
              >
                {question}
              </button>
              <span className="text-sm text-muted tabular-nums">
                {percent(score_before)} before, {percent(score)} now
              </span>
            </li>
          ))}
        </List>
      ) : null}
    </div>
  );
}
