// What staff keep about this conversation: its labels, until when it is put aside, and how the customer rated it.
import { AlarmClock, AlarmClockOff, Plus, Tag } from "lucide-react";
import type { Dialog } from "../../api";
import { Button, Chip, cx, Swatch } from "../../ui";
import { isHeldBy } from "../conversation/control";
import { useLabelling } from "../labels/useLabels";
import { useNow } from "../now";
import { useSeat } from "../seat";
import { untilInWords } from "../snooze/times";
import { useSnooze } from "../snooze/useSnooze";
import { useOpenWindow } from "../windows";
import { Part } from "./Part";
import { RatingPart } from "./RatingPart";

export function ConversationPart({ dialog }: { dialog: Dialog }) {
  const { me } = useSeat();
  const open = useOpenWindow();
  const { snoozed_until, rating } = dialog;
  const isMine = isHeldBy(me, dialog.control);
  return (
    <>
      <Part
        title="Labels"
        aside={
          isMine && snoozed_until === null ? (
            <Button size="sm" icon={<AlarmClock className="size-4" />} onClick={() => open("snooze")} className="-my-1 max-md:h-11">
              Snooze
            </Button>
          ) : null
        }
      >
        <Labels dialog={dialog} />
        {isMine && snoozed_until !== null ? <Snoozed dialog={dialog} until={snoozed_until} /> : null}
      </Part>
      {rating ? <RatingPart rating={rating} /> : null}
    </>
  );
}

function Labels({ dialog }: { dialog: Dialog }) {
  const { labels, toggle } = useLabelling(dialog);
  const open = useOpenWindow();
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {labels.length > 0 ? (
        <ul aria-label="Labels" className="contents">
          {labels.map((label) => (
            <li key={label.id} className="max-w-full">
              <Chip removeLabel={`Remove the label ${label.name}`} onRemove={() => void toggle(label)}>
                <Swatch hue={label.colour} />
                <span className="truncate">{label.name}</span>
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        icon={labels.length === 0 ? <Tag className="size-4" /> : <Plus className="size-4" />}
        onClick={() => open("labels")}
        className={cx("h-7 px-2 max-md:h-11", labels.length === 0 && "-ml-2")}
      >
        {labels.length === 0 ? "Add a label" : "Label"}
      </Button>
    </div>
  );
}

function Snoozed({ dialog, until }: { dialog: Dialog; until: number }) {
  const { wake } = useSnooze(dialog);
  const now = useNow();
  return (
    <div className="mt-3 flex items-center justify-between gap-3 rounded-xl bg-sunken py-2 pr-2 pl-3.5">
      <p className="min-w-0 text-sm">
        <AlarmClock aria-hidden className="mr-2 inline size-4 text-muted" />
        Snoozed {untilInWords(until, now)}
      </p>
      <Button size="sm" icon={<AlarmClockOff className="size-4" />} onClick={() => void wake()} className="max-md:h-11">
        Wake up
      </Button>
    </div>
  );
}
