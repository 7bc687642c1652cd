// The scrolling middle of a conversation: loads older pages on the way up and never moves under the reader.
import { ArrowDown } from "lucide-react";
import { useEffect, useMemo } from "react";
import type { Dialog } from "../../api";
import { isMe, useLiveState, type Thread } from "../../live";
import { Button, Spinner } from "../../ui";
import { dayInWords, timeOfDay } from "../days";
import { useNow } from "../now";
import { useSeat } from "../seat";
import { useHandovers } from "../useHandovers";
import { Bubble } from "./Bubble";
import { reachOf } from "./Tick";
import { timeline, type Item } from "./timeline";
import { TypingLine } from "./TypingLine";
import { Unsent } from "./Unsent";
import { useStickyScroll } from "./useStickyScroll";

interface MessagesProps {
  dialog: Dialog;
  thread: Thread;
  loadOlder: () => Promise<void>;
  olderFailed: Error | null;
}

export function Messages({ dialog, thread, loadOlder, olderFailed }: MessagesProps) {
  const { me } = useSeat();
  const allPending = useLiveState((state) => state.pending);
  const handovers = useHandovers(dialog.id).data;
  const items = useMemo(() => {
    const pending = allPending.filter((one) => one.dialog === dialog.id);
    return timeline(thread, handovers ?? [], pending, me);
  }, [thread, handovers, allPending, dialog.id, me]);
  const ends = { first: thread.messages[0]?.id, last: items.at(-1)?.key };
  const scroll = useStickyScroll(ends, olderFailed ? stay : loadOlder);
  const lastIsPending = items.at(-1)?.kind === "pending";
  useEffect(() => {
    if (lastIsPending) scroll.box.current?.scrollTo({ top: 0 });
  }, [lastIsPending, ends.last, scroll.box]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroll.box}
        onScroll={scroll.onScroll}
        role="region"
        aria-label="Messages"
        tabIndex={0}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-4 pb-3 [overflow-anchor:none] focus-visible:-outline-offset-2 sm:px-6"
      >
        <div className="pt-4">
          <Beginning thread={thread} failed={olderFailed} onRetry={() => void loadOlder()} />
          <ol className="flex flex-col">
            {items.map((item) => (
              <Entry key={item.key} item={item} dialog={dialog} />
            ))}
          </ol>
          <TypingLine dialog={dialog} />
        </div>
      </div>
      {scroll.away ? (
        <Button
          size="sm"
          icon={<ArrowDown className="size-4" />}
          onClick={scroll.toBottom}
          className="absolute right-4 bottom-3 shadow-raised"
        >
          Newest
        </Button>
      ) : null}
    </div>
  );
}

function stay() {}

function Entry({ item, dialog }: { item: Item; dialog: Dialog }) {
  const { me } = useSeat();
  const marks = useLiveState((state) => state.marks[dialog.id]);
  switch (item.kind) {
    case "day":
      return <DayLine at={item.at} />;
    case "change":
      return <ChangeLine at={item.at} text={item.text} />;
    case "pending":
      return <Unsent pending={item.pending} />;
    case "message": {
      const { message, follows, followed } = item;
      const reach = message.sender.kind === "agent" ? reachOf(message.seq, marks?.[dialog.customer?.id ?? 0]) : null;
      return (
        <Bubble message={message} follows={follows} followed={followed} mine={isMe(message.sender, me)} reach={reach} />
      );
    }
  }
}

function DayLine({ at }: { at: number }) {
  return <li className="mt-5 mb-1 text-center text-[13px] font-semibold text-muted">{dayInWords(at, useNow())}</li>;
}

function ChangeLine({ at, text }: { at: number; text: string }) {
  return (
    <li className="mt-4 flex items-center gap-2 text-[13px] sm:gap-3 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <span className="max-w-[90%] text-center text-balance">
        {text} <span className="whitespace-nowrap">· {timeOfDay(at)}</span>
      </span>
    </li>
  );
}

function Beginning({ thread, failed, onRetry }: { thread: Thread; failed: Error | null; onRetry: () => void }) {
  if (failed) {
    return (
      <div role="alert" className="flex items-center justify-center gap-2 py-2 text-sm text-danger">
        {failed.message}
        <Button size="sm" variant="ghost" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  // The room for the spinner is always there while there is more, so that nothing shifts when it comes and goes.
  return thread.more ? (
    <div className="flex h-10 items-center justify-center">
      <Spinner label="Loading older messages" />
    </div>
  ) : null;
}
