// The start page of an app: the first steps of a new one, what needs attention, and the numbers of now and today.
import type { Overview } from "../api";
import { Loaded, Page } from "../ui";
import { AttentionList } from "./AttentionList";
import { useOverview } from "./overview";
import { Guide } from "./start/Guide";
import { useGuided } from "./start/useGuided";
import { Now, Today } from "./Today";

export function OverviewPage({ app }: { app: number }) {
  const overview = useOverview(app);
  return (
    <Page title="Overview" description="What is going on, and what needs you.">
      <Loaded query={overview}>{(loaded) => <Parts key={app} app={app} overview={loaded} />}</Loaded>
    </Page>
  );
}

function Parts({ app, overview: { today, attention, start } }: { app: number; overview: Overview }) {
  const guided = useGuided(start);
  return (
    <>
      {guided.shown ? <Guide app={app} start={start} onDone={guided.dismiss} /> : null}
      {/* What is missing at first is what the guide says anyway. */}
      {guided.shown && attention.length === 0 ? null : <AttentionList app={app} attention={attention} />}
      <Now app={app} today={today} />
      <Today app={app} today={today} />
    </>
  );
}
