// The name of the app that is open, with a way to the others.
import { ChevronsUpDown, LayoutGrid } from "lucide-react";
import { useLocation } from "wouter";
import { useApps } from "../settings";
import { Menu } from "../ui";

interface AppSwitcherProps {
  id: number;
  name: string | undefined;
}

export function AppSwitcher({ id, name }: AppSwitcherProps) {
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
            className="flex min-w-0 items-center gap-1.5 rounded-lg px-2 py-1.5 font-medium hover:bg-sunken max-md:min-h-11"
          >
            <span className="truncate">{name}</span>
            <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
          </button>
        }
        items={[
          ...others.map((app) => ({ label: app.name, onSelect: () => navigate(`/apps/${app.id}/overview`) })),
          { label: "All apps", icon: <LayoutGrid />, onSelect: () => navigate("/apps") },
        ]}
      />
    </>
  );
}
