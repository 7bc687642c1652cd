// The frame inside one app: its name with a way to the others, and the navigation.
import { Bell, BookOpen, Bot, ChartColumn, ChevronsUpDown, CircleHelp, Headset, LayoutGrid, MessageCircle, Settings, Users } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { ApiError } from "../api";
import { useApp, useApps } from "../settings";
import { EmptyState, ErrorState, LinkButton, Menu } from "../ui";
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
    <Frame place={<AppSwitcher id={id} name={app.data?.name} />} nav={<AppNav app={id} />}>
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

function AppSwitcher({ id, name }: { id: number; name: string | undefined }) {
  const apps = useApps();
  const [, navigate] = useLocation();
  const others = (apps.data ?? []).filter((app) => app.id !== id);
  if (!name) return null;
  return (
    <>
      <span aria-hidden className="px-1 text-faint">
        /
      </span>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            aria-label={`App: ${name}. Switch app`}
            className="flex min-w-0 items-center gap-1.5 rounded-lg px-2 py-1.5 font-medium hover:bg-sunken"
          >
            <span className="truncate">{name}</span>
            <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
          </button>
        }
        items={[
          ...others.map((app) => ({ label: app.name, onSelect: () => navigate(`/apps/${app.id}/assistants`) })),
          { label: "All apps", icon: <LayoutGrid />, onSelect: () => navigate("/apps") },
        ]}
      />
    </>
  );
}

const PLACES = [
  { path: "assistants", label: "AI Agent", icon: Bot },
  { path: "widget", label: "Widget", icon: MessageCircle },
  { path: "agents", label: "Agents", icon: Users },
  { path: "knowledge", label: "Knowledge", icon: BookOpen },
  { path: "unanswered", label: "Unanswered questions", icon: CircleHelp },
  { path: "reports", label: "Reports", icon: ChartColumn },
  { path: "notifications", label: "Notifications", icon: Bell },
  { path: "settings", label: "App settings", icon: Settings },
];

const ENTRY =
  "flex shrink-0 items-center gap-2.5 rounded-lg px-3 py-2 font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink [&_svg]:size-[18px] [&_svg]:shrink-0";
const CURRENT = "aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink";

function AppNav({ app }: { app: number }) {
  const [location] = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On phones the entries are one row that scrolls; the current one must be in sight.
    nav.current?.querySelector("[aria-current=page]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [location]);
  return (
    <nav
      ref={nav}
      aria-label="App"
      className="flex gap-1 overflow-x-auto border-b border-line bg-surface p-2 md:w-64 md:shrink-0 md:flex-col md:overflow-y-auto md:border-r md:border-b-0 md:p-3"
    >
      {PLACES.map(({ path, label, icon: Icon }) => {
        const href = `/apps/${app}/${path}`;
        const here = location === href || location.startsWith(`${href}/`);
        return (
          <Link key={path} href={href} aria-current={here ? "page" : undefined} className={`${ENTRY} ${CURRENT}`}>
            <Icon aria-hidden />
            {label}
          </Link>
        );
      })}
      <Link href={`/desk?app=${app}`} className={`${ENTRY} md:mt-auto`}>
        <Headset aria-hidden />
        Agent Desk
      </Link>
    </nav>
  );
}
