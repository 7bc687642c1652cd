// Everything that can be done now, for the command palette: with the open conversation, with the lists, with myself.
import {
  AlarmClock,
  ArrowDown,
  ArrowRightLeft,
  ArrowUp,
  Bell,
  BellOff,
  Bookmark,
  CircleCheck,
  CircleHelp,
  CornerDownRight,
  Hand,
  ListFilter,
  Lock,
  MonitorSmartphone,
  Moon,
  PencilLine,
  Reply,
  Search,
  Sparkles,
  Tag,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import type { WindowChoice } from "../../ui";
import { setSound, useSound } from "../attention/sound";
import { panesOf } from "../lists/useCurrentList";
import { PANES } from "../lists/names";
import { REASONS } from "../presence/reasons";
import { useChoosePresence } from "../presence/usePresence";
import { NO_FILTER, type Route } from "../route";
import { useSeat } from "../seat";
import { actionOf, EVERYWHERE, SHORTCUTS } from "../shortcuts";
import { placeOf } from "../views/filter";
import { useViews } from "../views/useViews";
import { useOpenWindow } from "../windows";

/** By the key that does the same. */
const ICONS: Record<string, ReactNode> = {
  j: <ArrowDown />,
  k: <ArrowUp />,
  g: <CornerDownRight />,
  "/": <Search />,
  f: <ListFilter />,
  t: <Hand />,
  r: <Reply />,
  n: <Lock />,
  z: <Undo2 />,
  m: <ArrowRightLeft />,
  a: <Sparkles />,
  s: <AlarmClock />,
  l: <Tag />,
  e: <CircleCheck />,
};

export interface Command extends WindowChoice {
  run: () => void;
}

export function useCommands(route: Route): Command[] {
  return [...bound(false), ...useGoing(route), ...bound(true), ...useMyself()];
}

/** What the keys do here and now. */
function bound(everywhere: boolean): Command[] {
  return SHORTCUTS.filter(([key]) => EVERYWHERE.has(key) === everywhere && key !== "?").flatMap(([key, label]) => {
    const run = actionOf(key);
    const group = everywhere ? "Desk" : "This conversation";
    return run ? [{ id: `key-${key}`, label, group, icon: ICONS[key], shortcut: key, run }] : [];
  });
}

function useGoing(route: Route): Command[] {
  const { me } = useSeat();
  const views = useViews();
  return [
    ...panesOf(me).map((name) => ({
      id: `list-${name}`,
      label: `Go to ${PANES[name].name}`,
      group: "Go to",
      icon: PANES[name].icon,
      run: () => route.go({ list: name, filter: NO_FILTER, q: "", dialog: null }),
    })),
    ...views.map(({ id, name, filter }) => ({
      id: `view-${id}`,
      label: `Go to ${name}`,
      words: "view",
      group: "Go to",
      icon: <Bookmark />,
      run: () => route.go({ ...placeOf(filter), dialog: null }),
    })),
  ];
}

function useMyself(): Command[] {
  const { me } = useSeat();
  const choose = useChoosePresence();
  const open = useOpenWindow();
  const sound = useSound();
  const help = { id: "help", label: "Show all keyboard shortcuts", group: "Desk", icon: <CircleHelp />, shortcut: "?", run: () => open("help") };
  if (me.kind !== "agent") return [help];
  const group = "Me";
  return [
    help,
    { id: "online", label: "Be online", words: "presence back", group, icon: <CircleCheck />, run: () => void choose(false) },
    { id: "away", label: "Be away", words: "presence", group, icon: <Moon />, run: () => void choose(true) },
    ...REASONS.map((reason) => ({
      id: `away-${reason}`,
      label: `Be away: ${reason.toLowerCase()}`,
      words: "presence",
      group,
      icon: <Moon />,
      run: () => void choose(true, reason),
    })),
    { id: "away-other", label: "Be away for another reason …", words: "presence", group, icon: <PencilLine />, run: () => open("away") },
    {
      id: "sound",
      label: sound ? "Turn sound off" : "Turn sound on",
      group,
      icon: sound ? <BellOff /> : <Bell />,
      run: () => setSound(!sound),
    },
    { id: "push", label: "Notify me on this device", words: "push", group, icon: <MonitorSmartphone />, run: () => open("push") },
  ];
}
