// Which address shows what. Agents work at the desk and nowhere else; admins have the Dashboard and may look at the desk.
import { Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { useMe } from "../account";
import { CenteredSpinner } from "../ui";
import { lazyPage } from "./lazyPage";

const Desk = lazyPage(async () => (await import("../desk")).default);
const Dashboard = lazyPage(async () => (await import("./Dashboard")).Dashboard);

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
