// The frame inside one app: its name with a way to the others, and the navigation.
import type { ReactNode } from "react";
import { ApiError } from "../api";
import { useApp } from "../settings";
import { EmptyState, ErrorState, LinkButton } from "../ui";
import { NavButton, SideNav } from "./AppNav";
import { AppSwitcher } from "./AppSwitcher";
import { Frame } from "./Frame";

interface AppFrameProps {
  app: number;
  children: ReactNode;
}

export function AppFrame({ app: id, children }: AppFrameProps) {
  const app = useApp(id);
  if (app.isError && !app.data) {
    return <Frame>{isGone(app.error) ? <NoSuchApp /> : <ErrorState error={app.error} onRetry={() => void app.refetch()} />}</Frame>;
  }
  return (
    <Frame
      menu={<NavButton app={id} name={app.data?.name ?? "App"} />}
      place={<AppSwitcher id={id} name={app.data?.name} />}
      nav={<SideNav app={id} />}
    >
      {children}
    </Frame>
  );
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.code === "not_found" || error.code === "invalid");
}

function NoSuchApp() {
  return (
    <EmptyState title="There is no such app" action={<LinkButton href="/apps">All apps</LinkButton>}>
      It may have been removed, or the address is mistyped.
    </EmptyState>
  );
}
