// Tells colleagues that one looks at a conversation, for as long as it is open and before one's eyes.
import { useEffect } from "react";
import { useLive, useLiveState } from "../../../live";
import { useSeat } from "../../seat";
import { useIsVisible } from "../../useIsVisible";

const REPEAT_MS = 20_000;

export function useViewing(dialog: string) {
  const { me } = useSeat();
  const live = useLive();
  const visible = useIsVisible();
  const connected = useLiveState((state) => state.connection.phase === "open");
  const looks = me.kind === "agent" && visible && connected;
  useEffect(() => {
    if (!looks) return;
    live.viewing(dialog, true);
    const repeat = setInterval(() => live.viewing(dialog, true), REPEAT_MS);
    return () => {
      clearInterval(repeat);
      live.viewing(dialog, false);
    };
  }, [live, dialog, looks]);
}
