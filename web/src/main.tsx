// Where the screens start: the query cache, the guard for unsaved changes, the gate (and the one page before it), and the toasts.
import "./ui/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Switch } from "wouter";
import { Gate, Join } from "./account";
import { LeaveGuard } from "./leaving";
import { watchConnection } from "./connection";
import { queries } from "./queries";
import { Screens } from "./shell/Screens";
import { Toasts } from "./ui";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

watchConnection();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LeaveGuard>
        <Switch>
          <Route path="/join/:token">{({ token }) => <Join key={token} token={token} />}</Route>
          <Route>
            <Gate>
              <Screens />
            </Gate>
          </Route>
        </Switch>
      </LeaveGuard>
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
