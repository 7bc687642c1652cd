// Which address shows what. Agents work at the desk and nowhere else; admins have the Dashboard and may look at the desk.
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { useMe } from "../account";
import { Dashboard } from "./Dashboard";
import { CenteredSpinner } from "../ui";

const Desk = lazy(() => import("../desk"));

export function Screens() {
  const isAdmin = useMe().kind === "admin";
  return (
    <Switch>
      <Route path="/desk/*?">
        <Suspense fallback={<CenteredSpinner />}>
          <Desk />
        </Suspense>
      </Route>
      {isAdmin ? (
        <Route>
          <Dashboard />
        </Route>
      ) : (
        <Route>
          <Redirect to="/desk" replace />
        </Route>
      )}
    </Switch>
  );
}
