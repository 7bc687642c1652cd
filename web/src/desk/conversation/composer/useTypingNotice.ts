// Tells the customer that somebody is writing: now and then while it lasts, and once when it stops.
import { useCallback, useEffect, useRef } from "react";
import { useLive } from "../../../live";

const REPEAT_MS = 3_000;
const IDLE_MS = 5_000;

export function useTypingNotice(dialog: string) {
  const live = useLive();
  const saidAt = useRef(0);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stopped = useCallback(() => {
    clearTimeout(idle.current);
    if (saidAt.current > 0) live.typing(dialog, false);
    saidAt.current = 0;
  }, [live, dialog]);

  const typed = useCallback(() => {
    clearTimeout(idle.current);
    idle.current = setTimeout(stopped, IDLE_MS);
    const now = Date.now();
    if (now - saidAt.current < REPEAT_MS) return;
    saidAt.current = now;
    live.typing(dialog, true);
  }, [live, dialog, stopped]);

  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}
