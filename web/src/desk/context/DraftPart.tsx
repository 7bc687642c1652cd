// The reply that was prepared. One click puts it into the reply field; nothing is sent by itself.
import type { Dialog } from "../../api";
import { Button } from "../../ui";
import { hasControl, isTakeable } from "../conversation/control";
import { focusReply } from "../conversation/replyField";
import { addToDraft, draftKey } from "../drafts";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { Part } from "./Part";

export function DraftPart({ dialog, draft, route }: { dialog: Dialog; draft: string; route: Route }) {
  const { me } = useSeat();
  const mine = hasControl(dialog, me);
  const use = () => {
    addToDraft(draftKey(me, dialog.id), draft);
    focusReply();
    route.go({ context: false });
  };
  return (
    <Part
      title="Prepared draft"
      aside={
        me.kind === "agent" ? (
          <Button size="sm" disabled={!mine} onClick={use}>
            Use draft
          </Button>
        ) : null
      }
    >
      <p dir="auto" className="rounded-xl bg-sunken px-3.5 py-2.5 whitespace-pre-wrap wrap-anywhere">
        {draft}
      </p>
      {mine || isTakeable(dialog, me) ? (
        <p className="mt-1.5 text-sm text-muted">
          {mine ? "You can change it before you send it." : "Take the conversation to use it."}
        </p>
      ) : null}
    </Part>
  );
}
