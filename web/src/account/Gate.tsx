// Lets through who is signed in. Everybody else gets the sign-in page, or, on a fresh server, the page that makes the admin.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api";
import { CenteredSpinner, ErrorState } from "../ui";
import { MeContext, useMeQuery } from "./me";
import { FirstStart } from "./FirstStart";
import { SignIn } from "./SignIn";

interface Setup {
  needs_admin: boolean;
  version: string;
}

export function Gate({ children }: { children: ReactNode }) {
  const me = useMeQuery();
  const setup = useQuery({
    queryKey: ["setup"],
    queryFn: ({ signal }) => api.get<Setup>("/setup", { signal }),
    enabled: me.data === null,
  });

  if (me.data) return <MeContext value={me.data}>{children}</MeContext>;
  if (me.isError) return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (setup.isError) return <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />;
  if (!setup.data) return <CenteredSpinner />;
  return setup.data.needs_admin ? <FirstStart /> : <SignIn />;
}
