// Says calmly that the connection is gone, and what that means. It goes away by itself.
import { CloudOff } from "lucide-react";
import { useOnline } from "../ui";

export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status" className="sticky top-0 z-30">
      {online ? null : (
        <p className="flex animate-appear items-start justify-center gap-2.5 border-b border-line bg-warn-soft px-4 py-2 text-sm text-warn">
          <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <strong className="font-semibold">{navigator.onLine ? "The server cannot be reached." : "You're offline."}</strong> What you see
            may be old; it is refreshed when the connection is back.
          </span>
        </p>
      )}
    </div>
  );
}
