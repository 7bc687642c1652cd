// Which address shows what. Agents work at the desk and nowhere else; admins have the Dashboard and may look at the desk.
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { useMe } from "../account";
import { CenteredSpinner } from "../ui";

const Desk = lazy(() => import("../desk"));
const Dashboard = lazy(async () => ({ default: (await import("./Dashboard")).Dashboard }));

export function Screens() {
  const isAdmin = useMe().kind === "admin";
  return (
    <Suspense fallback={<CenteredSpinner />}>
      <Switch>
        <Route path="/desk/*?">
          <Desk />
        </Route>
        <Route>{isAdmin ? <Dashboard /> : <Redirect to="/desk" replace />}</Route>
      </Switch>
    </Suspense>
  );
}
