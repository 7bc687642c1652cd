// Where a colleague has called for me in a note, and I have not looked since.
import { useEffect, useMemo, useState } from "react";
import { useLive } from "../../live";
import { toast } from "../../ui";
import { useSeat } from "../seat";
import { customerName } from "../words";
import { mentionIn } from "./mention";

export function useMentions(open: string | null): ReadonlySet<string> {
  const { me } = useSeat();
  const live = useLive();
  /** With how to take away what calls to each. */
  const [calls, setCalls] = useState<ReadonlyMap<string, () => void>>(new Map());
  useEffect(
    () =>
      live.listen((frame) => {
        const mention = mentionIn(frame, me);
        if (!mention || (mention.dialog === open && document.hasFocus())) return;
        const known = live.state().dialogs[mention.dialog];
        const where = known ? ` in the conversation with ${customerName(known)}` : "";
        const takeAway = toast.calls(`${mention.author} mentioned you${where}.`, { href: `/desk/all/${mention.dialog}`, label: "Open" });
        setCalls((before) => new Map(before).set(mention.dialog, takeAway));
      }),
    [live, me, open],
  );
  useEffect(() => {
    const takeAway = open === null ? undefined : calls.get(open);
    if (!takeAway) return;
    takeAway();
    setCalls((before) => new Map([...before].filter(([dialog]) => dialog !== open)));
  }, [open, calls]);
  return useMemo(() => new Set(calls.keys()), [calls]);
}
