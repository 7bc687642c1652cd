// The frame of the desk: the top bar and three panes, which become steps with a way back on narrow screens.
import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { App } from "../../api";
import { useLive, useLiveState } from "../../live";
import { cx, EmptyState, Key } from "../../ui";
import { Announcer } from "../announce";
import { useAttention } from "../attention/useAttention";
import { useMentions } from "../attention/useMentions";
import { useUnseen } from "../attention/useUnseen";
import { ContextPane } from "../context/ContextPane";
import { Conversation } from "../conversation/Conversation";
import { ListPane } from "../lists/ListPane";
import { useCounts } from "../lists/useCounts";
import { useFreshRows } from "../lists/useFreshRows";
import { useList } from "../lists/useList";
import { listBehind, useRoute, type PaneName, type Route } from "../route";
import { useSeat } from "../seat";
import { useFreshness } from "../useFreshness";
import { WindowsContext, type WindowName } from "../windows";
import { TopBar } from "./TopBar";
import { useIsWide } from "./useIsWide";
import { useKeys } from "./useKeys";
import { Windows } from "./Windows";

const NONE: string[] = [];

export function Shell({ list, apps }: { list: PaneName; apps: App[] | null }) {
  const route = useRoute(list);
  const [window, setWindow] = useState<WindowName | null>(null);
  const dialog = useLiveState((state) => (route.dialog ? state.dialogs[route.dialog] : undefined));
  useWholeWidth();
  return (
    <WindowsContext value={setWindow}>
      <div className="flex h-dvh flex-col overflow-hidden">
        <Panes route={route} apps={apps} />
        <Announcer />
        <Windows name={window} route={route} dialog={dialog} onClose={() => setWindow(null)} />
      </div>
    </WindowsContext>
  );
}

function Panes({ route, apps }: { route: Route; apps: App[] | null }) {
  const { dialog: open, context } = route;
  const list = useList(listBehind(route.list), route.filter);
  const counts = useCounts();
  const [shown, setShown] = useState<string[]>(NONE);
  const dialog = useLiveState((state) => (open ? state.dialogs[open] : undefined));
  const mine = useUnseen(open);
  const mentions = useMentions(open);
  const unseen = useMemo(() => ({ mine, all: new Set([...mine, ...mentions]) }), [mine, mentions]);
  const ids = useMemo(() => list.dialogs.map(({ id }) => id), [list.dialogs]);
  useMineLoaded(route.list);
  useFreshness();
  useFreshRows(list, route, shown);
  useAttention(open, (counts?.queue ?? 0) + unseen.all.size);
  useWatching(open, ids, shown);
  useKeys(route, route.list === "team" || route.q ? NONE : ids, dialog);
  // On a phone the open conversation needs the room.
  const hasTopBar = useIsWide() || !open;
  return (
    <>
      {hasTopBar ? <TopBar route={route} apps={apps} /> : null}
      <main className="flex min-h-0 flex-1">
        <h1 className="sr-only">Agent Desk</h1>
        <div className={cx("min-w-0 flex-1 border-line md:block md:w-80 md:flex-none md:border-r lg:w-88", open && "hidden")}>
          <ListPane route={route} list={list} counts={counts} unseen={unseen} onShown={setShown} />
        </div>
        <div className={cx("min-w-0 flex-1 xl:block", (!open || context) && "hidden", context ? "md:hidden" : "md:block")}>
          {open ? <Conversation key={open} id={open} route={route} /> : <NothingOpen pane={route.list} />}
        </div>
        {open ? (
          <div className={cx("min-w-0 flex-1 border-line xl:block xl:w-96 xl:flex-none xl:border-l", !context && "hidden")}>
            <ContextPane key={open} id={open} route={route} />
          </div>
        ) : null}
      </main>
    </>
  );
}

function NothingOpen({ pane }: { pane: PaneName }) {
  return (
    <div className="flex h-full items-center justify-center">
      <EmptyState title="No conversation is open">
        Pick one on the left{pane === "team" ? null : <FirstByKey />}. <Key>?</Key> shows all shortcuts.
      </EmptyState>
    </div>
  );
}

function FirstByKey() {
  return (
    <>
      , or press <Key>j</Key> for the first
    </>
  );
}

/** The server tells us every word of the open conversation and of the rows on screen; of the first ones until those are known. */
function useWatching(open: string | null, ids: string[], shown: string[]) {
  const live = useLive();
  useEffect(() => {
    const listed = new Set(ids);
    const onScreen = shown.filter((id) => listed.has(id));
    live.watch([...(open ? [open] : []), ...(onScreen.length > 0 ? onScreen : ids)]);
  }, [live, open, ids, shown]);
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
