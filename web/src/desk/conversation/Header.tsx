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
    <header className="flex min-h-14 items-center border-b border-line bg-surface px-1 py-1.5 md:flex-wrap md:gap-x-3 md:gap-y-2 md:pr-4 md:pl-6">
      <IconButton label="Back to the list" className="max-md:size-11 md:hidden" onClick={() => route.go({ dialog: null })}>
        <ArrowLeft />
      </IconButton>
      {/* On a phone the name has a line of its own, and one below it has the rest. */}
      <div className="min-w-0 flex-1 px-1 md:flex md:flex-wrap md:items-center md:gap-x-2.5 md:px-0">
        <h2 className="max-w-full truncate text-base font-semibold">{customerName(dialog)}</h2>
        <div className="flex items-center gap-x-2 max-md:overflow-hidden md:contents">
          <Badge tone={tone} dot className="max-md:min-w-0">
            <span className="truncate">{text}</span>
          </Badge>
          {since === null ? null : <WaitingClock since={since} />}
          {isWide ? null : <ConnectionState onlyTrouble />}
          <Colleagues dialog={dialog.id} />
        </div>
      </div>
      <div className="empty:hidden">{children}</div>
      <IconButton label="About this conversation" className="max-md:size-11 xl:hidden" onClick={() => route.go({ context: true })}>
        <PanelRight />
      </IconButton>
    </header>
  );
}
