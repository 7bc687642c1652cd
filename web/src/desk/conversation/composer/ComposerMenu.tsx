// How one writes here: for how long a reply can be taken back, and the canned replies.
import { Check, Ellipsis, MessageSquareQuote } from "lucide-react";
import { useState } from "react";
import { IconButton, Menu } from "../../../ui";
import { useSeat } from "../../seat";
import { DELAYS_S, useDelay, type Delay } from "../held/delay";
import { CannedReplies } from "./CannedReplies";

export function ComposerMenu() {
  const [delay, setDelay] = useDelay(useSeat().me);
  const [open, setOpen] = useState(false);
  const mark = (one: Delay) => (one === delay ? <Check aria-label="Chosen" /> : <span aria-hidden className="size-4" />);
  return (
    <>
      <Menu
        align="start"
        heading="Take a reply back"
        trigger={
          <IconButton label="How to write here" size="sm" className="max-sm:size-11">
            <Ellipsis />
          </IconButton>
        }
        items={[
          ...DELAYS_S.map((one) => ({ label: inWords(one), icon: mark(one), onSelect: () => setDelay(one) })),
          { label: "Canned replies…", icon: <MessageSquareQuote aria-hidden />, onSelect: () => setOpen(true) },
        ]}
      />
      {open ? <CannedReplies onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function inWords(delay: Delay): string {
  return delay === 0 ? "Off: replies are sent at once" : `Within ${delay} seconds`;
}
