// Tells the server what has been read: only in conversations one is part of, and only while the page is looked at.
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Dialog } from "../../api";
import { useLive, useLiveState } from "../../live";
import { useSeat } from "../seat";

export function useReadMarks({ id, last_message, read_seq, unread, occupants }: Dialog) {
  const { me } = useSeat();
  const live = useLive();
  const visible = useSyncExternalStore(onVisibility, () => document.visibilityState === "visible");
  const connected = useLiveState((state) => state.connection.phase === "open");
  const told = useRef(0);
  const newest = last_message?.seq ?? 0;
  const takesPart = occupants.some((person) => person.id === me.id);
  const something = unread > 0 || newest > read_seq;
  useEffect(() => {
    if (!visible || !connected || !takesPart || !something || newest <= told.current) return;
    told.current = newest;
    live.markRead(id, newest);
  }, [live, id, newest, visible, connected, takesPart, something]);
}

function onVisibility(changed: () => void) {
  document.addEventListener("visibilitychange", changed);
  return () => document.removeEventListener("visibilitychange", changed);
}
