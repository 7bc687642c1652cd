// The Agent Desk: where agents answer. Starts the live connection and seats whoever is signed in.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useMe } from "../account";
import type { App } from "../api";
import { Live, LiveContext, liveUrl } from "../live";
import { everyPage } from "../paging";
import { CenteredSpinner, EmptyState, LinkButton, Loaded } from "../ui";
import { useCurrentList } from "./lists/useCurrentList";
import { useKeptPush } from "./push/useKeptPush";
import { useNamedApp } from "./route";
import { SeatContext } from "./seat";
import { Shell } from "./shell/Shell";

export default function Desk() {
  const me = useMe();
  return me.app ? <Seated app={me.app.id} apps={null} /> : <AppChoice />;
}

function AppChoice() {
  const named = useNamedApp();
  const apps = useQuery({
    queryKey: ["desk", "apps"],
    queryFn: ({ signal }) => everyPage<App>("/apps", signal),
  });
  return (
    <Loaded query={apps}>
      {(items) => {
        const app = items.find(({ id }) => id === named) ?? items[0];
        return app ? <Seated key={app.id} app={app.id} apps={items} /> : <NoApp />;
      }}
    </Loaded>
  );
}

function NoApp() {
  return (
    <main className="py-16">
      <EmptyState title="There is no app yet" action={<LinkButton href="/">Open the Dashboard</LinkButton>}>
        Create an app in the Dashboard first. Its conversations then appear here.
      </EmptyState>
    </main>
  );
}

function Seated({ app, apps }: { app: number; apps: App[] | null }) {
  const me = useMe();
  const seat = useMemo(() => ({ me, app }), [me, app]);
  const [live] = useState(() => new Live(liveUrl(location), me.app ? null : app));
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live]);
  return (
    <SeatContext value={seat}>
      <LiveContext value={live}>
        <Landed apps={apps} />
      </LiveContext>
    </SeatContext>
  );
}

function Landed({ apps }: { apps: App[] | null }) {
  const list = useCurrentList();
  useKeptPush();
  return list ? <Shell list={list} apps={apps} /> : <CenteredSpinner />;
}
