// The right pane: everything an agent needs to go on: labels, the packet of the handover, the customer, what came before.
import type { UseQueryResult } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import type { Dialog, Handover } from "../../api";
import { useLiveState } from "../../live";
import { IconButton, Loaded } from "../../ui";
import type { Route } from "../route";
import { useHandovers } from "../useHandovers";
import { ConversationPart } from "./ConversationPart";
import { CustomerPart } from "./customer/CustomerPart";
import { DraftPart } from "./DraftPart";
import { EarlierPart } from "./EarlierPart";
import { HandoverPart } from "./HandoverPart";
import { Part } from "./Part";
import { PassagesPart } from "./PassagesPart";

export function ContextPane({ id, route }: { id: string; route: Route }) {
  const dialog = useLiveState((state) => state.dialogs[id]);
  const handovers = useHandovers(id);
  return (
    <aside aria-label="About this conversation" className="flex h-full min-h-0 flex-col bg-surface">
      <header className="flex min-h-14 items-center gap-2 border-b border-line px-2 xl:hidden">
        <IconButton label="Back to the conversation" onClick={() => route.go({ context: false })}>
          <ArrowLeft />
        </IconButton>
        <p className="font-semibold">About this conversation</p>
      </header>
      <div
        role="region"
        aria-label="Context"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        {dialog ? <Known dialog={dialog} handovers={handovers} route={route} /> : null}
      </div>
    </aside>
  );
}

interface KnownProps {
  dialog: Dialog;
  handovers: UseQueryResult<Handover[]>;
  route: Route;
}

function Known({ dialog, handovers, route }: KnownProps) {
  return (
    <>
      <ConversationPart dialog={dialog} />
      <Loaded query={handovers}>
        {([newest]) => (
          <>
            {newest ? <FromPacket dialog={dialog} handover={newest} route={route} /> : <WithoutHandover />}
            {dialog.customer ? <CustomerPart id={dialog.customer.id} language={newest?.packet.language ?? null} /> : null}
            <EarlierPart dialog={dialog} packet={newest?.packet ?? null} route={route} />
          </>
        )}
      </Loaded>
    </>
  );
}

function FromPacket({ dialog, handover, route }: { dialog: Dialog; handover: Handover; route: Route }) {
  const { packet, state } = handover;
  return (
    <>
      <HandoverPart handover={handover} />
      {packet.draft && state !== "ended" ? <DraftPart dialog={dialog} draft={packet.draft} route={route} /> : null}
      {handover.reason === "agent_takeover" && packet.passages.length === 0 ? null : <PassagesPart packet={packet} />}
    </>
  );
}

function WithoutHandover() {
  return (
    <Part title="Handover">
      <p className="text-sm text-muted text-pretty">
        No person has been needed here so far. When one is, this is where you find the reason, the question and what was
        found.
      </p>
    </Part>
  );
}
