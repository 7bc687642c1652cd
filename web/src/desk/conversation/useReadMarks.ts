// Tells the server what has been read: only in conversations one is part of, and only while the page is looked at.
import { useEffect, useRef } from "react";
import type { Dialog } from "../../api";
import { isMe, useLive, useLiveState } from "../../live";
import { useSeat } from "../seat";
import { useIsVisible } from "../useIsVisible";

export function useReadMarks({ id, last_message, read_seq, unread, occupants }: Dialog) {
  const { me } = useSeat();
  const live = useLive();
  const visible = useIsVisible();
  const connected = useLiveState((state) => state.connection.phase === "open");
  const told = useRef(0);
  const newest = last_message?.seq ?? 0;
  const takesPart = occupants.some((person) => isMe(person, me));
  const something = unread > 0 || newest > read_seq;
  useEffect(() => {
    if (!visible || !connected || !takesPart || !something || newest <= told.current) return;
    told.current = newest;
    live.markRead(id, newest);
  }, [live, id, newest, visible, connected, takesPart, something]);
}
