// The scrolling middle of a conversation: opens at the newest or at one message, and says how many came while one reads.
import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Dialog } from "../../../api";
import { isMe, useLive, useLiveState, type Thread } from "../../../live";
import { Button, cx, toast } from "../../../ui";
import { useSeat } from "../../seat";
import { useHandovers } from "../../useHandovers";
import { useHeld } from "../held/useHeld";
import { heldIn } from "../held/queue";
import { useNotes } from "../notes/useNotes";
import { useReading } from "../scroll/useReading";
import type { Pages } from "../useConversation";
import type { Target } from "../useTarget";
import { Edge } from "./Edge";
import { Row } from "./Row";
import { timeline, type Item } from "./timeline";
import { TypingLine } from "./TypingLine";

const SHINES_MS = 2_600;

interface MessagesProps {
  dialog: Dialog;
  thread: Thread;
  pages: Pages;
  target: Target;
  onShown: () => void;
}

export function Messages({ dialog, thread, pages, target, onShown }: MessagesProps) {
  const items = useItems(dialog, thread);
  const keys = useMemo(() => items.map((item) => item.key), [items]);
  const failed = pages.moreFailed;
  const reading = useReading({
    keys,
    endsWithNewest: !thread.newer,
    onNearTop: () => void (failed?.end === "older" ? null : pages.loadOlder()),
    onNearEnd: () => void (failed?.end === "newer" ? null : pages.loadNewer()),
  });
  const shining = useOpeningAt(items, target, reading.toRow, onShown);
  const missed = useMissed(dialog, reading.away);
  const toNewest = () => {
    if (thread.newer) void pages.toNewest().then(reading.toEnd).catch(toast.failed);
    else reading.toEnd();
  };
  useOwnWordsShown(dialog, toNewest);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={reading.box}
        onScroll={reading.onScroll}
        role="region"
        aria-label="Messages"
        tabIndex={0}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-4 pb-3 [overflow-anchor:none] focus-visible:-outline-offset-2 sm:px-6"
      >
        <div className="pt-4">
          <Edge label="Loading older messages" isThere={thread.more} failed={failed?.end === "older" ? failed.error : null} onRetry={() => void pages.loadOlder()} />
          {items.length === 0 ? <p className="py-6 text-center text-sm text-muted">Nothing has been written here yet.</p> : null}
          <ol ref={reading.list} className="flex flex-col">
            <Spacer height={reading.spacers.before} />
            {items.slice(reading.first, reading.last).map((item) => (
              <Row key={item.key} item={item} dialog={dialog} shines={item.key === shining} />
            ))}
            <Spacer height={reading.spacers.after} />
          </ol>
          <Edge label="Loading newer messages" isThere={thread.newer} failed={failed?.end === "newer" ? failed.error : null} onRetry={() => void pages.loadNewer()} />
          <TypingLine dialog={dialog} />
        </div>
      </div>
      {reading.away ? <ToNewest missed={missed} onClick={toNewest} /> : null}
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <li aria-hidden className="shrink-0" style={{ height }} /> : null;
}

function ToNewest({ missed, onClick }: { missed: number; onClick: () => void }) {
  return (
    <Button
      size="sm"
      icon={<ArrowDown aria-hidden className="size-4" />}
      onClick={onClick}
      className={cx("absolute right-4 bottom-3 max-sm:h-11", missed > 0 ? "border-accent shadow-raised" : "shadow-raised")}
    >
      {missed > 0 ? `${missed} new` : "Newest"}
    </Button>
  );
}

function useItems(dialog: Dialog, thread: Thread): Item[] {
  const { me } = useSeat();
  const allPending = useLiveState((state) => state.pending);
  const { queue } = useHeld();
  const handovers = useHandovers(dialog.id).data;
  const notes = useNotes(dialog.id);
  const rating = dialog.rating;
  return useMemo(() => {
    const pending = allPending.filter((one) => one.dialog === dialog.id);
    const held = heldIn(queue, dialog.id);
    return timeline({ thread, handovers: handovers ?? [], notes, rating, pending, held }, me);
  }, [thread, handovers, notes, rating, allPending, queue, dialog.id, me]);
}

/** Goes to the message or note that the address names, once it is there; it stands out for a moment. */
function useOpeningAt(items: Item[], target: Target, toRow: (key: string) => void, onShown: () => void): string | null {
  const [shining, setShining] = useState<string | null>(null);
  const wanted = target.at ?? target.note ? items.find((item) => isMeant(item, target))?.key : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    toRow(wanted);
    setShining(wanted);
    onShown();
  }, [wanted, toRow, onShown]);
  useEffect(() => {
    if (shining === null) return;
    const timer = setTimeout(() => setShining(null), SHINES_MS);
    return () => clearTimeout(timer);
  }, [shining]);
  return shining;
}

function isMeant(item: Item, { at, note }: Target): boolean {
  return item.kind === "message" ? item.message.seq === at : item.kind === "note" && item.note.id === note;
}

/** How many messages of others came since one has left the end. */
function useMissed({ id }: Dialog, away: boolean): number {
  const { me } = useSeat();
  const live = useLive();
  const [missed, setMissed] = useState(0);
  useEffect(() => {
    if (!away) return;
    const stop = live.listen((frame) => {
      const isNew = frame.kind === "message" || frame.kind === "note";
      if (!isNew || frame.dialog !== id) return;
      const from = frame.kind === "message" ? frame.body.sender : frame.body.author;
      if (!isMe(from, me)) setMissed((count) => count + 1);
    });
    return () => {
      stop();
      setMissed(0);
    };
  }, [live, id, me, away]);
  return missed;
}

/** Who says something looks at what they say. */
function useOwnWordsShown({ id }: Dialog, toNewest: () => void) {
  const { queue } = useHeld();
  const sent = useLiveState((state) => state.pending.findLast((one) => one.dialog === id)?.id);
  const own = queue.findLast((one) => one.dialog === id)?.id ?? sent;
  const show = useRef(toNewest);
  useEffect(() => {
    show.current = toNewest;
  });
  useEffect(() => {
    if (own) show.current();
  }, [own]);
}
