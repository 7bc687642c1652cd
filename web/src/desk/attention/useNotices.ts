// Calls the agent to a conversation at which nobody has looked, until somebody has.
import { useEffect, useRef } from "react";
import { api, type Dialog } from "../../api";
import { useLive, type Live, type NoticeNews, type ServerFrame } from "../../live";
import { toast } from "../../ui";
import { useSeat } from "../seat";
import { isForMe, noticeInWords, noticeKey, placeOf } from "./notice";

export function useNotices(open: string | null) {
  const { me } = useSeat();
  const live = useLive();
  const told = useRef(new Set<string>());
  /** How to take away what is shown about a conversation. */
  const shown = useRef(new Map<string, () => void>());

  useEffect(() => {
    const call = async (id: string, news: NoticeNews) => {
      const key = noticeKey(id, news);
      if (told.current.has(key) || (id === open && document.hasFocus())) return;
      told.current.add(key);
      const dialog = await asItIsNow(live, id);
      shown.current.get(id)?.();
      shown.current.set(id, toast.calls(noticeInWords(dialog, me), { href: placeOf(id, dialog, me), label: "Open" }));
    };
    return live.listen((frame) => {
      if (frame.kind === "notice" && frame.dialog && isForMe(frame.body, me)) void call(frame.dialog, frame.body);
      if (hasLooked(frame)) shown.current.get(frame.dialog ?? "")?.();
    });
  }, [live, me, open]);

  useEffect(() => {
    if (open) shown.current.get(open)?.();
  }, [open]);
  useEffect(() => {
    const notes = shown.current;
    return () => notes.forEach((takeAway) => takeAway());
  }, []);
}

/** Whom it is with and who has it may have changed unheard: not every word reaches everybody. */
async function asItIsNow(live: Live, id: string): Promise<Dialog | undefined> {
  try {
    const dialog = await api.get<Dialog>(`/dialogs/${id}`);
    live.dispatch({ type: "dialogs_loaded", dialogs: [dialog] });
  } catch {
    // What is known is enough to call somebody.
  }
  return live.state().dialogs[id];
}

/** Somebody has it now, or has answered. A place in the queue that moves up is neither. */
function hasLooked(frame: ServerFrame): frame is Extract<ServerFrame, { kind: "control" | "message" }> {
  if (frame.kind === "control") return frame.body.control?.phase !== "waiting";
  return frame.kind === "message" && frame.body.sender.kind === "agent";
}
