// A reply that can still be taken back: what it says, how long it waits, and the way to have it back.
import { Undo2 } from "lucide-react";
import { useNow } from "../../now";
import { Button } from "../../../ui";
import { Attached } from "../attachments/Attached";
import { focusReply } from "../replyField";
import { Words } from "../timeline/Bubble";
import type { HeldReply } from "./queue";
import { useHeld } from "./useHeld";

export function HeldBubble({ held: reply }: { held: HeldReply }) {
  const { held } = useHeld();
  const seconds = Math.max(0, Math.ceil((reply.due - useNow()) / 1_000));
  const undo = () => {
    held.undo(reply.dialog);
    focusReply();
  };
  return (
    <div className="flex flex-col items-end pt-1">
      {reply.text ? <Words tone="agent" faded text={reply.text} /> : null}
      {reply.attachments.length > 0 ? <Attached dialog={reply.dialog} attachments={reply.attachments} end /> : null}
      <p className="mt-0.5 flex items-center gap-1 px-1 text-[13px] text-muted tabular-nums">
        Sending…
        <span aria-hidden className="min-w-6 text-right">
          {seconds} s
        </span>
        <Button size="sm" variant="ghost" icon={<Undo2 aria-hidden className="size-3.5" />} onClick={undo} className="max-sm:h-11">
          Undo
        </Button>
      </p>
    </div>
  );
}
