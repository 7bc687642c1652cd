// The Dashboard: its addresses, from the list of apps down to one setting.
import { Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { OverviewPage } from "../overview";
import { AppSettingsPage, AppsPage, AssistantPage, AssistantsPage, NotificationsPage, useApps } from "../settings";
import { AgentsPage } from "../team";
import { CenteredSpinner, EmptyState, LinkButton } from "../ui";
import { AppFrame } from "./AppFrame";
import { Frame } from "./Frame";
import { lazyPage } from "./lazyPage";
import { PageBoundary } from "./PageBoundary";

const KnowledgePage = lazyPage(async () => (await import("../knowledge")).KnowledgePage);
const UnansweredPage = lazyPage(async () => (await import("../knowledge")).UnansweredPage);
const WebhookPage = lazyPage(async () => (await import("../integrations")).WebhookPage);
const IntegrationsPage = lazyPage(async () => (await import("../integrations")).IntegrationsPage);
const AuditPage = lazyPage(async () => (await import("../audit")).AuditPage);
const WidgetPage = lazyPage(async () => (await import("../widgetpage")).WidgetPage);
const ReportsPage = lazyPage(async () => (await import("../reports")).ReportsPage);

export function Dashboard() {
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/apps">
        <Frame>
          <AppsPage />
        </Frame>
      </Route>
      <Route path="/apps/:app">{({ app }) => <Redirect to={`/apps/${app}/overview`} replace />}</Route>
      <Route path="/apps/:app/*">{({ app }) => <AppScreens key={app} app={Number(app)} />}</Route>
      <Route>
        <Frame>
          <NotFound />
        </Frame>
      </Route>
    </Switch>
  );
}

/** With a single app there is nothing to choose. */
function Home() {
  const apps = useApps();
  const only = apps.data?.length === 1 ? apps.data[0] : undefined;
  if (apps.isPending) return <CenteredSpinner />;
  if (only) return <Redirect to={`/apps/${only.id}/overview`} replace />;
  return (
    <Frame>
      <AppsPage />
    </Frame>
  );
}

function AppScreens({ app }: { app: number }) {
  const [place] = useLocation();
  return (
    <AppFrame app={app}>
      <PageBoundary place={place}>
        <Suspense fallback={<CenteredSpinner />}>
          <Switch>
            <Route path="/apps/:app/overview">
              <OverviewPage app={app} />
            </Route>
            <Route path="/apps/:app/assistants">
              <AssistantsPage app={app} />
            </Route>
            <Route path="/apps/:app/assistants/:id">{({ id }) => <AssistantPage key={id} app={app} id={id} />}</Route>
            <Route path="/apps/:app/agents/:tab?">
              {({ tab }) =>
                tab === undefined || tab === "teams" || tab === "invitations" ? <AgentsPage app={app} tab={tab ?? "agents"} /> : <NotFound />
              }
            </Route>
            <Route path="/apps/:app/knowledge/:tab?">
              {({ tab }) => (tab === undefined || tab === "websites" ? <KnowledgePage app={app} tab={tab ?? "sources"} /> : <NotFound />)}
            </Route>
            <Route path="/apps/:app/widget/:assistant?">{({ assistant }) => <WidgetPage app={app} assistant={assistant} />}</Route>
            <Route path="/apps/:app/unanswered">
              <UnansweredPage app={app} />
            </Route>
            <Route path="/apps/:app/reports">
              <ReportsPage app={app} />
            </Route>
            <Route path="/apps/:app/notifications">
              <NotificationsPage app={app} />
            </Route>
            <Route path="/apps/:app/integrations">
              <IntegrationsPage app={app} />
            </Route>
            <Route path="/apps/:app/integrations/webhooks/:id">
              {({ id }) => <WebhookPage key={id} app={app} id={Number(id)} />}
            </Route>
            <Route path="/apps/:app/settings/:tab?">
              {({ tab }) =>
                tab === undefined || tab === "labels" || tab === "replies" ? <AppSettingsPage app={app} tab={tab ?? "general"} /> : <NotFound />
              }
            </Route>
            <Route path="/apps/:app/audit">
              <AuditPage app={app} />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </PageBoundary>
    </AppFrame>
  );
}

function NotFound() {
  return (
    <EmptyState title="There is no such page" action={<LinkButton href="/">Go to the Dashboard</LinkButton>}>
      The address may be mistyped, or what it showed is gone.
    </EmptyState>
  );
}
