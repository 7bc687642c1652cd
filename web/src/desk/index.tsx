// The Agent Desk: where agents answer. Starts the live connection and seats whoever is signed in.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useMe } from "../account";
import type { App } from "../api";
import { Live, LiveContext, liveUrl } from "../live";
import { everyPage } from "../paging";
import { EmptyState, LinkButton, Loaded } from "../ui";
import { useRoute, type Route } from "./route";
import { SeatContext } from "./seat";
import { Shell } from "./shell/Shell";

export default function Desk() {
  const me = useMe();
  const route = useRoute();
  if (me.app) return <Seated app={me.app.id} apps={null} route={route} />;
  return <AppChoice route={route} />;
}

function AppChoice({ route }: { route: Route }) {
  const apps = useQuery({
    queryKey: ["desk", "apps"],
    queryFn: ({ signal }) => everyPage<App>("/apps", signal),
  });
  return (
    <Loaded query={apps}>
      {(items) => {
        const app = items.find(({ id }) => id === route.app) ?? items[0];
        return app ? <Seated key={app.id} app={app.id} apps={items} route={route} /> : <NoApp />;
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

function Seated({ app, apps, route }: { app: number; apps: App[] | null; route: Route }) {
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
        <Shell route={route} apps={apps} />
      </LiveContext>
    </SeatContext>
  );
}
