// Which colleagues look at a conversation now. Who says nothing for a while has gone.
import { useEffect, useState } from "react";
import type { Person } from "../../../api";
import { isMe, useLive } from "../../../live";
import { useSeat } from "../../seat";

const GONE_AFTER_MS = 45_000;

export function useViewers(dialog: string): Person[] {
  const { me } = useSeat();
  const live = useLive();
  const [viewers, setViewers] = useState<Person[]>([]);
  useEffect(() => {
    const gone = new Map<number, ReturnType<typeof setTimeout>>();
    const leave = (id: number) => setViewers((all) => all.filter((one) => one.id !== id));
    const stop = live.listen((frame) => {
      if (frame.kind !== "viewing" || frame.dialog !== dialog || isMe(frame.user, me)) return;
      const { user, on } = frame;
      clearTimeout(gone.get(user.id));
      if (!on) return leave(user.id);
      gone.set(user.id, setTimeout(() => leave(user.id), GONE_AFTER_MS));
      setViewers((all) => (all.some((one) => one.id === user.id) ? all : [...all, user]));
    });
    return () => {
      stop();
      gone.forEach(clearTimeout);
    };
  }, [live, dialog, me]);
  return viewers;
}
