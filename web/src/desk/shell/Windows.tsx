// The window that is open, if one is.
import type { Dialog } from "../../api";
import { LabelsWindow } from "../labels/LabelsWindow";
import { FilterWindow } from "../lists/FilterWindow";
import { Palette } from "../palette/Palette";
import { AwayDialog } from "../presence/AwayDialog";
import { PushDialog } from "../push/PushDialog";
import type { Route } from "../route";
import { PickTime } from "../snooze/PickTime";
import { SnoozeWindow } from "../snooze/SnoozeWindow";
import type { WindowName } from "../windows";
import { HelpDialog } from "./HelpDialog";

interface WindowsProps {
  name: WindowName | null;
  route: Route;
  dialog: Dialog | undefined;
  onClose: () => void;
}

export function Windows({ name, route, dialog, onClose }: WindowsProps) {
  switch (name) {
    case null:
      return null;
    case "palette":
      return <Palette route={route} onClose={onClose} />;
    case "filter":
      return <FilterWindow route={route} onClose={onClose} />;
    case "away":
      return <AwayDialog onClose={onClose} />;
    case "push":
      return <PushDialog onClose={onClose} />;
    case "help":
      return <HelpDialog onClose={onClose} />;
    case "labels":
      return dialog ? <LabelsWindow dialog={dialog} onClose={onClose} /> : null;
    case "snooze":
      return dialog ? <SnoozeWindow dialog={dialog} onClose={onClose} /> : null;
    case "snooze_time":
      return dialog ? <PickTime dialog={dialog} onClose={onClose} /> : null;
  }
}
