// The keys that work wherever somebody is at the desk, and those that belong to the context of the open conversation.
import type { Dialog } from "../../api";
import { useLive } from "../../live";
import { toast } from "../../ui";
import { isHeldBy } from "../conversation/control";
import { nextTurn } from "../next";
import { usePaletteKey } from "../palette/usePaletteKey";
import type { Route } from "../route";
import { focusSearch } from "../search/searchField";
import { useSeat } from "../seat";
import { useShortcuts } from "../shortcuts";
import { useOpenWindow } from "../windows";

export function useKeys(route: Route, ids: string[], dialog: Dialog | undefined) {
  const seat = useSeat();
  const live = useLive();
  const open = useOpenWindow();
  usePaletteKey();
  const step = (by: number) => {
    const next = route.dialog ? ids[ids.indexOf(route.dialog) + by] : ids[0];
    if (next) route.go({ dialog: next });
  };
  const turn = () => {
    const next = nextTurn(Object.values(live.state().dialogs), route.dialog, seat);
    if (next) route.go(next);
    else toast.done("Nobody else waits for a reply.");
  };
  const isMine = isHeldBy(seat.me, dialog?.control);
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    g: turn,
    "/": focusSearch,
    f: () => open("filter"),
    "?": () => open("help"),
    ...(dialog ? { l: () => open("labels") } : {}),
    ...(isMine ? { s: () => open("snooze") } : {}),
  });
}
