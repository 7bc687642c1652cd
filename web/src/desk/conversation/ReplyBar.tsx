// The foot of a conversation: the composer for whoever has control, and for everybody else who has it and what can be done.
import { NotebookPen } from "lucide-react";
import { useState } from "react";
import type { Dialog } from "../../api";
import { Button, cx } from "../../ui";
import { draftOf, noteDraftKey } from "../drafts";
import { isUnbegun } from "../said";
import { useSeat } from "../seat";
import { useShortcuts } from "../shortcuts";
import { hasTaken } from "../words";
import type { Mode } from "./composer/Frame";
import { NoteComposer } from "./composer/NoteComposer";
import { ReplyComposer } from "./composer/ReplyComposer";
import { CopilotResult } from "./copilot/CopilotResult";
import { useCopilot } from "./copilot/useCopilot";
import { canTakeOver, hasControl, isOfferedTo } from "./control";
import { useHeld } from "./held/useHeld";
import { useReplyWishes } from "./replyField";
import type { Wishes } from "./useWishes";

interface ReplyBarProps {
  dialog: Dialog;
  wishes: Wishes;
  /** Absent where there is nothing to take, or for who takes no conversations. */
  onTake: (() => void) | null;
}

export function ReplyBar({ dialog, wishes, onTake }: ReplyBarProps) {
  const { me } = useSeat();
  const mine = hasControl(dialog, me);
  const { refused } = wishes;
  const returned = useHeld().returned[dialog.id];
  const [mode, setMode] = useMode();
  const writesNotes = me.kind === "agent";
  const shown = mode === "note" && writesNotes ? "note" : mine ? "reply" : null;
  useShortcuts(writesNotes ? { n: () => setMode(shown === "note" ? "reply" : "note") } : {});
  const copilot = useCopilot(dialog, shown ?? "note", setMode);
  const sentence = refused?.sentence ?? returned;
  return (
    <footer className="border-t border-line bg-surface px-3 py-3 sm:px-6">
      <div className={cx("flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-2", mine && !sentence && "sr-only")}>
        {/* Always there, so that a change of what it says is announced. */}
        <p
          role="status"
          className={cx(
            "min-w-0 flex-1 text-pretty",
            refused ? (refused.lostRace ? "font-semibold text-ink" : "text-danger") : returned ? "text-warn" : "text-muted",
          )}
        >
          {sentence ?? (isOfferedTo(me, dialog) ? "The customer is waiting, and you are asked first." : whoHasIt(dialog, mine))}
        </p>
        {mine ? null : (
          <div className="flex flex-wrap gap-2">
            {writesNotes && shown === null ? (
              <Button variant="ghost" icon={<NotebookPen aria-hidden className="size-4" />} onClick={() => setMode("note")}>
                {draftOf(noteDraftKey(me, dialog.id)) ? "Go on with the note" : "Note"}
              </Button>
            ) : null}
            {onTake && !refused?.lostRace ? <TakeButtons dialog={dialog} wishes={wishes} onTake={onTake} /> : null}
          </div>
        )}
      </div>
      <div className={cx("empty:hidden", (sentence || !mine) && "mt-2")}>
        {shown ? <CopilotResult copilot={copilot} /> : null}
        {shown === "reply" ? <ReplyComposer dialog={dialog} copilot={copilot} onMode={setMode} /> : null}
        {shown === "note" ? (
          <NoteComposer dialog={dialog} copilot={copilot} onMode={mine ? setMode : null} onClose={() => setMode("reply")} />
        ) : null}
      </div>
    </footer>
  );
}

/** Whoever wishes to reply, by whatever click or key, is taken to the reply. */
function useMode(): [Mode, (mode: Mode) => void] {
  const wishes = useReplyWishes();
  const [chosen, setChosen] = useState<{ mode: Mode; after: number }>({ mode: "reply", after: wishes });
  const mode = chosen.after === wishes ? chosen.mode : "reply";
  return [mode, (next) => setChosen({ mode: next, after: wishes })];
}

function TakeButtons({ dialog, wishes, onTake }: { dialog: Dialog; wishes: Wishes; onTake: () => void }) {
  const { me } = useSeat();
  return (
    <>
      {isOfferedTo(me, dialog) ? (
        <Button busy={wishes.busy === "decline"} onClick={() => void wishes.decline()}>
          Decline
        </Button>
      ) : null}
      <Button variant="primary" busy={wishes.busy === "take"} onClick={onTake}>
        {canTakeOver(dialog, me) ? "Take over" : "Take"}
      </Button>
    </>
  );
}

function whoHasIt(dialog: Dialog, mine: boolean): string {
  if (mine) return "You have this conversation.";
  const { control, assistant } = dialog;
  const ai = `${assistant?.full_name ?? "The AI Agent"} (AI Agent)`;
  switch (control?.phase) {
    case "assistant":
      return isUnbegun(dialog) ? `The customer has not written yet. ${ai} will answer.` : `${ai} is answering.`;
    case "waiting":
      return "The customer is waiting for a person.";
    case "agent":
      return hasTaken(control.agent.full_name);
    case "closed":
      return "This conversation is closed. When the customer writes again, the AI Agent answers.";
    default:
      return "Only the people in this conversation can write here.";
  }
}
