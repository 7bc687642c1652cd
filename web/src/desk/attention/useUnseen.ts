// Which of this agent's conversations have something that they have not seen: unread words, or that they were given it at all.
import { useEffect, useMemo, useState } from "react";
import { isMe, useLive, useLiveState } from "../../live";
import { isHeldBy } from "../conversation/control";
import { useSeat } from "../seat";
import { useIsVisible } from "../useIsVisible";
import { unseenOf } from "./news";

export function useUnseen(open: string | null): ReadonlySet<string> {
  const seat = useSeat();
  const lookedAt = useIsVisible() ? open : null;
  const dialogs = useLiveState((state) => state.dialogs);
  const assigned = useAssigned(lookedAt);
  return useMemo(() => {
    const unseen = unseenOf(dialogs, assigned, seat);
    return new Set(unseen.filter((id) => id !== lookedAt));
  }, [dialogs, assigned, seat, lookedAt]);
}

/** What was given to this agent and not looked at since, on any of their screens. */
function useAssigned(lookedAt: string | null): ReadonlySet<string> {
  const { me } = useSeat();
  const live = useLive();
  const [assigned, setAssigned] = useState<ReadonlySet<string>>(new Set());
  useEffect(
    () =>
      live.listen((frame) => {
        if (frame.kind === "control" && frame.dialog) {
          setAssigned(isHeldBy(me, frame.body.control) ? including(frame.dialog) : excluding(frame.dialog));
        }
        if (frame.kind === "marks" && frame.dialog && isMe({ id: frame.body.user, kind: "agent" }, me))
          setAssigned(excluding(frame.dialog));
      }),
    [live, me],
  );
  useEffect(() => {
    if (lookedAt) setAssigned(excluding(lookedAt));
  }, [lookedAt, assigned]);
  return assigned;
}

type Change = (ids: ReadonlySet<string>) => ReadonlySet<string>;

function including(id: string): Change {
  return (ids) => (ids.has(id) ? ids : new Set([...ids, id]));
}

function excluding(id: string): Change {
  return (ids) => (ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : ids);
}
