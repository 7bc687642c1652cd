// One row of a conversation, whatever kind it is of.
import { memo } from "react";
import type { Dialog } from "../../../api";
import { isMe, useLiveState } from "../../../live";
import { cx } from "../../../ui";
import { dayInWords, timeOfDay } from "../../days";
import { useNow } from "../../now";
import { useSeat } from "../../seat";
import { HeldBubble } from "../held/HeldBubble";
import { NoteCard } from "../notes/NoteCard";
import { Bubble } from "./Bubble";
import { reachOf } from "./Tick";
import type { Item } from "./timeline";
import { Unsent } from "./Unsent";

interface RowProps {
  item: Item;
  dialog: Dialog;
  /** It was looked for and found. */
  shines: boolean;
}

export const Row = memo(function Row({ item, dialog, shines }: RowProps) {
  // The rows that stay what they are while others come and go: by these the reader's place is kept.
  const isAnchor = item.kind === "message" || item.kind === "note";
  return (
    <li
      data-row={item.key}
      {...(isAnchor && { "data-anchor": "" })}
      {...(item.kind === "message" && { "data-seq": item.message.seq })}
      className={cx("-mx-2 shrink-0 rounded-xl px-2 transition-colors duration-700", shines && "bg-accent-soft")}
    >
      <Inside item={item} dialog={dialog} />
    </li>
  );
});

function Inside({ item, dialog }: { item: Item; dialog: Dialog }) {
  switch (item.kind) {
    case "day":
      return <DayLine at={item.at} />;
    case "change":
      return <ChangeLine at={item.at} text={item.text} comment={item.comment} />;
    case "pending":
      return <Unsent pending={item.pending} />;
    case "held":
      return <HeldBubble held={item.held} />;
    case "note":
      return <NoteCard note={item.note} />;
    case "message":
      return <Said item={item} dialog={dialog} />;
  }
}

function Said({ item: { message, follows, followed }, dialog }: { item: Extract<Item, { kind: "message" }>; dialog: Dialog }) {
  const { me } = useSeat();
  const customer = dialog.customer?.id ?? 0;
  const mark = useLiveState((state) => state.marks[dialog.id]?.[customer]);
  const reach = message.sender.kind === "agent" ? reachOf(message.seq, mark) : null;
  return <Bubble message={message} follows={follows} followed={followed} mine={isMe(message.sender, me)} reach={reach} />;
}

function DayLine({ at }: { at: number }) {
  return <p className="pt-5 pb-1 text-center text-[13px] font-semibold text-muted">{dayInWords(at, useNow())}</p>;
}

function ChangeLine({ at, text, comment }: { at: number; text: string; comment: string | null }) {
  return (
    <div className="flex items-center gap-2 pt-4 text-[13px] text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line sm:gap-3">
      <div className="max-w-[90%] text-center text-balance">
        {text} <span className="whitespace-nowrap">· {timeOfDay(at)}</span>
        {comment ? (
          <q dir="auto" className="mt-0.5 block text-ink wrap-anywhere">
            {comment}
          </q>
        ) : null}
      </div>
    </div>
  );
}
