// A message of ours that is not confirmed yet: on its way, or failed with what can be done about it.
import { Clock } from "lucide-react";
import { useLive, useLiveState, type Pending } from "../../../live";
import { Button } from "../../../ui";
import { draftKey, putBeforeDraft } from "../../drafts";
import { useSeat } from "../../seat";
import { Attached } from "../attachments/Attached";
import { restoreUploads } from "../attachments/uploads";
import { focusReply } from "../replyField";
import { Words } from "./Bubble";

export function Unsent({ pending }: { pending: Pending }) {
  const live = useLive();
  const { me } = useSeat();
  const open = useLiveState((state) => state.connection.phase === "open");
  const { id, dialog, text, attachments, delivery } = pending;
  const edit = () => {
    putBeforeDraft(draftKey(me, dialog), text);
    restoreUploads(dialog, attachments);
    live.discard(id);
    focusReply();
  };
  return (
    <div className="flex flex-col items-end pt-1">
      {text ? <Words tone="agent" faded text={text} /> : null}
      {attachments.length > 0 ? <Attached dialog={dialog} attachments={attachments} end /> : null}
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
          <Button size="sm" variant="ghost" onClick={edit}>
            Edit
          </Button>
          <Button size="sm" variant="ghost" onClick={() => live.discard(id)}>
            Discard
          </Button>
        </div>
      )}
    </div>
  );
}
