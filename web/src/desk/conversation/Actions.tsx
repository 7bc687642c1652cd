// What can be done with a conversation by the agent who has it, or by who supervises: as buttons and as keys, on a phone as a menu.
import { AlarmClock, ArrowRightLeft, CircleCheck, Ellipsis, Sparkles, Tag } from "lucide-react";
import { useState } from "react";
import type { Dialog } from "../../api";
import { Button, IconButton, Menu, type MenuItem } from "../../ui";
import { useSeat } from "../seat";
import { useIsWide } from "../shell/useIsWide";
import { useShortcuts } from "../shortcuts";
import { useOpenWindow } from "../windows";
import { isHeldBy, isTakeable } from "./control";
import { focusReply } from "./replyField";
import { ResolveDialog } from "./ResolveDialog";
import { TransferDialog } from "./TransferDialog";
import type { Wishes } from "./useWishes";

export function Actions({ dialog, wishes }: { dialog: Dialog; wishes: Wishes }) {
  const [window, setWindow] = useState<"transfer" | "resolve" | null>(null);
  const close = () => setWindow(null);
  const isWide = useIsWide();
  const ways: Ways = {
    transfer: () => setWindow("transfer"),
    resolve: () => setWindow("resolve"),
    giveBack: dialog.assistant === null ? null : () => void wishes.giveBack(),
  };
  useShortcuts({ r: focusReply, m: ways.transfer, e: ways.resolve, ...(ways.giveBack ? { a: ways.giveBack } : {}) });
  return (
    <>
      {isWide ? <Buttons dialog={dialog} wishes={wishes} ways={ways} /> : <Narrow dialog={dialog} wishes={wishes} ways={ways} />}
      {window === "transfer" ? (
        <TransferDialog control={dialog.control} onClose={close} onTransfer={(agent, note) => void wishes.transfer(agent, note)} />
      ) : null}
      {window === "resolve" ? <ResolveDialog onClose={close} onResolve={(solved) => void wishes.resolve(solved)} /> : null}
    </>
  );
}

interface Ways {
  transfer: () => void;
  resolve: () => void;
  /** Null where there is no AI Agent. */
  giveBack: (() => void) | null;
}

interface WaysProps {
  dialog: Dialog;
  wishes: Wishes;
  ways: Ways;
}

function Buttons({ dialog, wishes: { busy }, ways: { transfer, resolve, giveBack } }: WaysProps) {
  // Where it can be taken, that is the first thing to do.
  const isSecond = isTakeable(dialog, useSeat().me);
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" busy={busy === "transfer"} onClick={transfer}>
        Transfer
      </Button>
      {giveBack ? (
        <Button size="sm" busy={busy === "give_back"} onClick={giveBack}>
          Return to AI Agent
        </Button>
      ) : null}
      <Button size="sm" variant={isSecond ? "secondary" : "primary"} busy={busy === "resolve"} onClick={resolve}>
        Resolve
      </Button>
    </div>
  );
}

function Narrow({ dialog, wishes: { busy }, ways: { transfer, resolve, giveBack } }: WaysProps) {
  const { me } = useSeat();
  const open = useOpenWindow();
  const items: MenuItem[] = [
    { label: "Resolve", icon: <CircleCheck />, onSelect: resolve },
    { label: "Transfer", icon: <ArrowRightLeft />, onSelect: transfer },
    ...(giveBack ? [{ label: "Return to AI Agent", icon: <Sparkles />, onSelect: giveBack }] : []),
    ...(isHeldBy(me, dialog.control) ? [{ label: "Snooze", icon: <AlarmClock />, onSelect: () => open("snooze") }] : []),
    { label: "Labels", icon: <Tag />, onSelect: () => open("labels") },
  ];
  return (
    <Menu
      trigger={
        <IconButton label="Actions" className="max-md:size-11" aria-busy={busy !== null}>
          <Ellipsis />
        </IconButton>
      }
      items={items}
    />
  );
}
