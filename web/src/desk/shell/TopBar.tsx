// The top bar: which app, whether it is live, whether I am there, and the way to everything else.
import { CircleHelp, Command } from "lucide-react";
import { AccountMenu } from "../../account";
import type { App } from "../../api";
import { IconButton, Key, LinkButton } from "../../ui";
import { PALETTE_KEY } from "../palette/usePaletteKey";
import { PresenceMenu } from "../presence/PresenceMenu";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { useOpenWindow } from "../windows";
import { AppPicker } from "./AppPicker";
import { ConnectionState } from "./ConnectionState";

export function TopBar({ route, apps }: { route: Route; apps: App[] | null }) {
  const { me } = useSeat();
  const open = useOpenWindow();
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line bg-surface px-3 sm:gap-2 sm:px-4">
      <div className="mr-auto min-w-0 truncate font-semibold">
        {apps ? <AppPicker apps={apps} route={route} /> : (me.app?.name ?? "Desk")}
      </div>
      <ConnectionState />
      {me.kind === "agent" ? <PresenceMenu /> : null}
      {me.kind === "admin" ? (
        <LinkButton size="sm" variant="ghost" href="/">
          Dashboard
        </LinkButton>
      ) : null}
      <button
        type="button"
        onClick={() => open("palette")}
        className="inline-flex h-9 shrink-0 items-center gap-2 rounded-lg px-2.5 text-muted transition-colors hover:bg-sunken hover:text-ink max-md:size-11 max-md:justify-center max-md:px-0"
      >
        <Command aria-hidden className="size-[18px]" />
        <span className="sr-only">Commands</span>
        <span aria-hidden className="hidden lg:inline">
          <Key>{PALETTE_KEY}</Key>
        </span>
      </button>
      <div className="hidden md:block">
        <IconButton label="Keyboard shortcuts" onClick={() => open("help")}>
          <CircleHelp />
        </IconButton>
      </div>
      <AccountMenu />
    </header>
  );
}
