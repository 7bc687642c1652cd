// The frame of the desk: the top bar and three panes, which become steps with a way back on narrow screens.
import { CircleHelp } from "lucide-react";
import { useEffect, useLayoutEffect, useState } from "react";
import { AccountMenu } from "../../account";
import type { App } from "../../api";
import { useLive } from "../../live";
import { cx, EmptyState, IconButton, LinkButton } from "../../ui";
import { Announcer } from "../announce";
import { useAttention } from "../attention/useAttention";
import { useUnseen } from "../attention/useUnseen";
import { ContextPane } from "../context/ContextPane";
import { Conversation } from "../conversation/Conversation";
import { ListPane } from "../lists/ListPane";
import { useCounts } from "../lists/useCounts";
import { useList } from "../lists/useList";
import { useRoute, type ListName, type PaneName, type Route } from "../route";
import { useSeat } from "../seat";
import { useShortcuts } from "../shortcuts";
import { useFreshness } from "../useFreshness";
import { AppPicker } from "./AppPicker";
import { ConnectionState } from "./ConnectionState";
import { HelpDialog } from "./HelpDialog";
import { PresenceMenu } from "./PresenceMenu";
import { useIsWide } from "./useIsWide";

export function Shell({ list: name, apps }: { list: PaneName; apps: App[] | null }) {
  const route = useRoute(name);
  const list = useList(listBehind(route.list));
  const counts = useCounts();
  const unseen = useUnseen(route.dialog);
  useMineLoaded(route.list);
  useFreshness();
  useAttention(route.dialog, (counts?.queue ?? 0) + unseen.size);
  useWatching(route.dialog, list.dialogs);
  useWholeWidth();
  const { dialog, context } = route;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar route={route} apps={apps} ids={route.list === "team" ? [] : list.dialogs.map((one) => one.id)} />
      <main className="flex min-h-0 flex-1">
        <h1 className="sr-only">Agent Desk</h1>
        <div className={cx("min-w-0 flex-1 border-line md:block md:w-80 md:flex-none md:border-r lg:w-88", dialog && "hidden")}>
          <ListPane route={route} list={list} counts={counts} unseen={unseen} />
        </div>
        <div className={cx("min-w-0 flex-1 xl:block", (!dialog || context) && "hidden", context ? "md:hidden" : "md:block")}>
          {dialog ? <Conversation key={dialog} id={dialog} route={route} /> : <NothingOpen pane={route.list} />}
        </div>
        {dialog ? (
          <div className={cx("min-w-0 flex-1 border-line xl:block xl:w-96 xl:flex-none xl:border-l", !context && "hidden")}>
            <ContextPane key={dialog} id={dialog} route={route} />
          </div>
        ) : null}
      </main>
      <Announcer />
    </div>
  );
}

function TopBar({ route, apps, ids }: { route: Route; apps: App[] | null; ids: string[] }) {
  const { me } = useSeat();
  const [help, setHelp] = useState(false);
  const step = (by: number) => {
    const next = route.dialog ? ids[ids.indexOf(route.dialog) + by] : ids[0];
    if (next) route.go({ dialog: next });
  };
  const isWide = useIsWide();
  useShortcuts({ j: () => step(1), k: () => step(-1), "?": () => setHelp(true) });
  // On a phone the open conversation needs the room.
  if (!isWide && route.dialog) return null;
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
      <div className="hidden md:block">
        <IconButton label="Keyboard shortcuts" onClick={() => setHelp(true)}>
          <CircleHelp />
        </IconButton>
      </div>
      <AccountMenu />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </header>
  );
}

function NothingOpen({ pane }: { pane: PaneName }) {
  return (
    <div className="flex h-full items-center justify-center">
      <EmptyState title="No conversation is open">
        Pick one on the left{pane === "team" ? null : <FirstByKey />}. <kbd className="font-mono">?</kbd> shows all shortcuts.
      </EmptyState>
    </div>
  );
}

function FirstByKey() {
  return (
    <>
      , or press <kbd className="font-mono">j</kbd> for the first
    </>
  );
}

/** The server tells us every word of the open conversation and of the first ones in the list. */
function useWatching(open: string | null, listed: { id: string }[]) {
  const live = useLive();
  useEffect(() => {
    live.watch([...(open ? [open] : []), ...listed.map((dialog) => dialog.id)]);
  }, [live, open, listed]);
}

/** What the team has is among all conversations. */
function listBehind(pane: PaneName): ListName {
  return pane === "team" ? "all" : pane;
}

/** Something new in Mine shows whichever list is open, so what is in it is always known. */
function useMineLoaded(open: PaneName) {
  const { me } = useSeat();
  const list = listBehind(open);
  useList(me.kind === "agent" ? "mine" : list);
  // What waits may be offered to me; and who looks at the team sees how long.
  useList(me.kind === "agent" || open === "team" ? "queue" : list);
}

/** The page itself never scrolls here, only its panes: no room is kept for a scrollbar. */
function useWholeWidth() {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.scrollbarGutter = "auto";
    return () => void style.removeProperty("scrollbar-gutter");
  }, []);
}
