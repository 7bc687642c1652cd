// What can be done with a conversation by the agent who has it, or by who supervises: as buttons and as keys.
import { useState } from "react";
import type { Dialog } from "../../api";
import { Button } from "../../ui";
import { useSeat } from "../seat";
import { useShortcuts } from "../shortcuts";
import { isTakeable } from "./control";
import { focusReply } from "./replyField";
import { ResolveDialog } from "./ResolveDialog";
import { TransferDialog } from "./TransferDialog";
import type { Wishes } from "./useWishes";

export function Actions({ dialog, wishes }: { dialog: Dialog; wishes: Wishes }) {
  const [window, setWindow] = useState<"transfer" | "resolve" | null>(null);
  const close = () => setWindow(null);
  // Where it can be taken, that is the first thing to do.
  const isSecond = isTakeable(dialog, useSeat().me);
  const hasAssistant = dialog.assistant !== null;
  useShortcuts({
    r: focusReply,
    m: () => setWindow("transfer"),
    e: () => setWindow("resolve"),
    ...(hasAssistant ? { a: () => void wishes.giveBack() } : {}),
  });
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" busy={wishes.busy === "transfer"} onClick={() => setWindow("transfer")}>
        Transfer
      </Button>
      {hasAssistant ? (
        <Button size="sm" busy={wishes.busy === "give_back"} onClick={() => void wishes.giveBack()}>
          Return to AI Agent
        </Button>
      ) : null}
      <Button size="sm" variant={isSecond ? "secondary" : "primary"} busy={wishes.busy === "resolve"} onClick={() => setWindow("resolve")}>
        Resolve
      </Button>
      {window === "transfer" ? (
        <TransferDialog control={dialog.control} onClose={close} onTransfer={(agent) => void wishes.transfer(agent)} />
      ) : null}
      {window === "resolve" ? <ResolveDialog onClose={close} onResolve={(solved) => void wishes.resolve(solved)} /> : null}
    </div>
  );
}
