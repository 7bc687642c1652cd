// A message of ours that is not confirmed yet: on its way, or failed with what can be done about it.
import { Clock } from "lucide-react";
import { useLive, useLiveState, type Pending } from "../../live";
import { Button } from "../../ui";
import { Words } from "./Bubble";

export function Unsent({ pending }: { pending: Pending }) {
  const live = useLive();
  const open = useLiveState((state) => state.connection.phase === "open");
  const { id, text, delivery } = pending;
  return (
    <li className="mt-1 flex flex-col items-end">
      <Words tone="agent" faded>
        {text}
      </Words>
      {delivery.state === "sending" ? (
        <p className="mt-0.5 flex items-center gap-1 px-1 text-xs text-muted">
          <Clock aria-hidden className="size-3.5" />
          {open ? "Sending" : "Will be sent when you are connected again"}
        </p>
      ) : (
        <div role="alert" className="mt-1 flex flex-wrap items-center justify-end gap-x-1 px-1 text-sm text-danger">
          <span>Not sent. {delivery.problem?.detail ?? "The server did not confirm it."}</span>
          <Button size="sm" variant="ghost" onClick={() => live.retry(id)}>
            Retry
          </Button>
          <Button size="sm" variant="ghost" onClick={() => live.discard(id)}>
            Discard
          </Button>
        </div>
      )}
    </li>
  );
}
