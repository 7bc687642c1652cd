// Whether new conversations may be assigned to me, why not, how many I have, and whether I hear it, here and on this device.
import { Bell, BellOff, ChevronDown, Circle, CircleCheck, MonitorSmartphone, PencilLine } from "lucide-react";
import { AgentLoad } from "../../load";
import { cx, Menu, type MenuItem } from "../../ui";
import { setSound, useSound } from "../attention/sound";
import { useOpenWindow } from "../windows";
import { REASONS } from "./reasons";
import { usePresence } from "./usePresence";

export function PresenceMenu() {
  const { away, reason, load, choose } = usePresence();
  const open = useOpenWindow();
  const sound = useSound();
  const mark = (isChosen: boolean) => (isChosen ? <CircleCheck /> : <Circle />);
  const items: MenuItem[] = [
    { label: "Online", icon: mark(!away), onSelect: () => void choose(false) },
    { label: "Away", icon: mark(away && !reason), onSelect: () => void choose(true) },
    ...REASONS.map((one) => ({
      label: one,
      group: "Away because",
      icon: mark(away && reason === one),
      onSelect: () => void choose(true, one),
    })),
    { label: "Another reason …", group: "Away because", icon: <PencilLine />, onSelect: () => open("away") },
    {
      label: sound ? "Turn sound off" : "Turn sound on",
      group: " ",
      icon: sound ? <BellOff /> : <Bell />,
      onSelect: () => setSound(!sound),
    },
    { label: "Notify me on this device", group: " ", icon: <MonitorSmartphone />, onSelect: () => open("push") },
  ];
  return (
    <>
      {load ? (
        <span title="Your conversations, of how many you may be assigned" className="hidden px-1 text-muted md:inline-flex">
          <span className="sr-only">Your conversations: </span>
          <AgentLoad agent={load} />
        </span>
      ) : null}
      <Menu
        heading={
          <>
            <span className="block">{away ? "You are not assigned new conversations." : "New conversations can be assigned to you."}</span>
            {load ? (
              <span className="block">
                You have {load.load} of {load.capacity}.
              </span>
            ) : null}
          </>
        }
        trigger={
          <button type="button" className="flex h-9 min-w-0 items-center gap-2 rounded-lg px-2.5 font-medium hover:bg-sunken max-md:h-11">
            <span aria-hidden className={cx("size-2 shrink-0 rounded-full", away ? "bg-warn" : "bg-ok")} />
            {away ? "Away" : "Online"}
            {reason ? <span className="hidden max-w-44 truncate font-normal text-muted sm:inline">{reason}</span> : null}
            <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
          </button>
        }
        items={items}
      />
    </>
  );
}
