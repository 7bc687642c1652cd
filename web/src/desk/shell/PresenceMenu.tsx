// Whether new conversations may be assigned to me, and whether I hear it when they are, here and on this device.
import { Bell, BellOff, ChevronDown, Circle, CircleCheck, MonitorSmartphone } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Me } from "../../api";
import { useLiveState } from "../../live";
import { cx, Menu, toast } from "../../ui";
import { setSound, useSound } from "../attention/sound";
import { PushDialog } from "../push/PushDialog";
import { useSeat } from "../seat";

export function PresenceMenu() {
  const { me } = useSeat();
  const queries = useQueryClient();
  const heard = useLiveState((state) => state.presence[me.id]?.away);
  const away = heard ?? me.away;
  const sound = useSound();
  const [choosing, setChoosing] = useState(false);

  const choose = async (next: boolean) => {
    try {
      await api.put("/me/presence", { away: next });
      queries.setQueryData<Me | null>(["me"], (known) => (known ? { ...known, away: next } : known));
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <>
      <Menu
        heading={away ? "You are not assigned new conversations." : "New conversations can be assigned to you."}
        trigger={
          <button type="button" className="flex h-9 items-center gap-2 rounded-lg px-2.5 font-medium hover:bg-sunken">
            <span aria-hidden className={cx("size-2 rounded-full", away ? "bg-warn" : "bg-ok")} />
            {away ? "Away" : "Online"}
            <ChevronDown aria-hidden className="size-4 text-muted" />
          </button>
        }
        items={[
          { label: "Online", icon: away ? <Circle /> : <CircleCheck />, onSelect: () => void choose(false) },
          { label: "Away", icon: away ? <CircleCheck /> : <Circle />, onSelect: () => void choose(true) },
          {
            label: sound ? "Turn sound off" : "Turn sound on",
            icon: sound ? <BellOff /> : <Bell />,
            onSelect: () => setSound(!sound),
          },
          { label: "Notify me on this device", icon: <MonitorSmartphone />, onSelect: () => setChoosing(true) },
        ]}
      />
      {choosing ? <PushDialog onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
