// Calls the agent back: a number in the tab's title, and a sound for news about what is not before their eyes.
import { useEffect } from "react";
import type { Dialog } from "../../api";
import { useLive } from "../../live";
import { toast, useTitle } from "../../ui";
import { useSeat } from "../seat";
import { customerName } from "../words";
import { newsKey } from "./news";
import { ring } from "./sound";
import { useNotices } from "./useNotices";

const QUIET_BETWEEN_MS = 2_000;

export function useAttention(open: string | null, waiting: number) {
  const seat = useSeat();
  const live = useLive();
  useNotices(open);
  useTitle(waiting > 0 ? `(${waiting}) Desk` : "Desk");
  useEffect(() => showBadge(waiting), [waiting]);
  useEffect(() => {
    let lastRing = 0;
    let lastNews = "";
    return live.listen((frame) => {
      const news = newsKey(frame, live.state(), seat);
      if (news === null || news === lastNews) return;
      lastNews = news;
      if (frame.kind === "warning") remind(live.state().dialogs[frame.dialog ?? ""]);
      if ("dialog" in frame && frame.dialog === open && document.hasFocus()) return;
      const now = Date.now();
      if (now - lastRing < QUIET_BETWEEN_MS) return;
      lastRing = now;
      ring();
    });
  }, [live, seat, open]);
}

/** On the icon of the desk, where it is installed; elsewhere the browser says no, and the title is enough. */
function showBadge(waiting: number) {
  void navigator.setAppBadge?.(waiting)?.catch(() => undefined);
}

/** Before the conversation is given to somebody else, or back to the AI Agent. */
function remind(dialog: Dialog | undefined) {
  toast.failed(`${dialog ? customerName(dialog) : "A customer"} still waits for your reply.`);
}
