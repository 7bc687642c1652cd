// When a conversation shall come back.
import { AlarmClock, AlarmClockOff, CalendarClock } from "lucide-react";
import { useState } from "react";
import type { Dialog } from "../../api";
import { ChoiceWindow, dateTime } from "../../ui";
import { useOpenWindow } from "../windows";
import { snoozeTimes } from "./times";
import { useSnooze } from "./useSnooze";

const PICK = "pick";
const WAKE = "wake";

export function SnoozeWindow({ dialog, onClose }: { dialog: Dialog; onClose: () => void }) {
  const open = useOpenWindow();
  const { snooze, wake } = useSnooze(dialog);
  const [times] = useState(() => snoozeTimes(Date.now()));
  const isSnoozed = dialog.snoozed_until !== null;
  const choose = (id: string) => {
    const time = times.find((one) => one.id === id);
    if (time) void snooze(time.at);
    else if (id === WAKE) void wake();
    else open("snooze_time");
  };
  return (
    <ChoiceWindow
      title="Snooze until"
      placeholder="Snooze until …"
      choices={[
        ...times.map(({ id, label, at }) => ({ id, label, icon: <AlarmClock />, detail: dateTime(at) })),
        { id: PICK, label: "Pick a time …", icon: <CalendarClock /> },
        ...(isSnoozed ? [{ id: WAKE, label: "Wake it up now", icon: <AlarmClockOff /> }] : []),
      ]}
      onChoose={choose}
      onClose={onClose}
      footer="It comes back to Mine then, or as soon as the customer writes."
    />
  );
}
