// The head of a conversation: whom it is with, who has it, and the way back on narrow screens.
import { ArrowLeft, PanelRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Dialog } from "../../api";
import { Badge, IconButton } from "../../ui";
import { waitsSince } from "../lists/order";
import type { Route } from "../route";
import { ConnectionState } from "../shell/ConnectionState";
import { useSeat } from "../seat";
import { useIsWide } from "../shell/useIsWide";
import { WaitingClock } from "../WaitingClock";
import { customerName, holder } from "../words";
import { Colleagues } from "./colleagues/Colleagues";

interface HeaderProps {
  dialog: Dialog;
  route: Route;
  children: ReactNode;
}

export function Header({ dialog, route, children }: HeaderProps) {
  const { text, tone } = holder(dialog.control, useSeat().me);
  const since = waitsSince(dialog);
  const isWide = useIsWide();
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-2 py-1.5 sm:px-4 md:pl-6">
      <IconButton label="Back to the list" className="md:hidden" onClick={() => route.go({ dialog: null })}>
        <ArrowLeft />
      </IconButton>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5">
        <h2 className="max-w-full truncate text-base font-semibold">{customerName(dialog)}</h2>
        <Badge tone={tone} dot>
          {text}
        </Badge>
        {since === null ? null : <WaitingClock since={since} />}
        <Colleagues dialog={dialog.id} />
      </div>
      {isWide ? null : (
        <div className="order-2">
          <ConnectionState />
        </div>
      )}
      <IconButton
        label="About this conversation"
        className="order-2 md:order-3 xl:hidden"
        onClick={() => route.go({ context: true })}
      >
        <PanelRight />
      </IconButton>
      <div className="order-3 basis-full pl-2 empty:hidden md:order-2 md:basis-auto md:pl-0">{children}</div>
    </header>
  );
}
