// Whether what is on screen is live. Calm while it is; in words when it is not, and only after a moment.
import { Wifi, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useLiveState, type Connection } from "../../live";
import { cx } from "../../ui";

const GRACE_MS = 1_500;

/** Where there is little room, only trouble is shown. */
export function ConnectionState({ onlyTrouble }: { onlyTrouble?: boolean }) {
  const connection = useLiveState((state) => state.connection);
  const open = connection.phase === "open";
  const troubled = useSettled(!open);
  const Icon = troubled ? WifiOff : Wifi;
  return (
    <p
      role="status"
      className={cx(
        "flex items-center gap-1.5 px-1 text-sm whitespace-nowrap",
        troubled ? "font-medium text-warn" : "text-muted",
        onlyTrouble && !troubled && "sr-only",
      )}
    >
      <Icon aria-hidden className="size-4" />
      {troubled ? inWords(connection) : <span className="sr-only sm:not-sr-only">Live</span>}
    </p>
  );
}

/** True once it has been true for a moment; a short break is nobody's business. */
function useSettled(wanted: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => setSettled(true), GRACE_MS);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [wanted]);
  return settled;
}

function inWords(connection: Connection): string {
  return connection.phase === "offline" ? "Offline" : "Reconnecting…";
}
