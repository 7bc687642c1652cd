// The foot of a conversation: the composer for whoever has control, and for everybody else who has it and what can be done.
import type { Dialog } from "../../api";
import { Button, cx } from "../../ui";
import { useSeat } from "../seat";
import { hasTaken } from "../words";
import { Composer } from "./Composer";
import { canTakeOver, hasControl, isOfferedTo } from "./control";
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
  return (
    <footer className="border-t border-line bg-surface px-4 py-3 sm:px-6">
      <div className={cx("flex min-h-10 items-center justify-between gap-3", mine && !refused && "sr-only")}>
        {/* Always there, so that a change of what it says is announced. */}
        <p
          role="status"
          className={cx(
            "min-w-0 text-pretty",
            refused ? (refused.lostRace ? "font-semibold text-ink" : "text-danger") : "text-muted",
          )}
        >
          {refused?.sentence ?? (isOfferedTo(me, dialog) ? "The customer is waiting, and you are asked first." : whoHasIt(dialog, mine))}
        </p>
        {onTake && !refused?.lostRace ? (
          <div className="flex gap-2">
            {isOfferedTo(me, dialog) ? (
              <Button busy={wishes.busy === "decline"} onClick={() => void wishes.decline()}>
                Decline
              </Button>
            ) : null}
            <Button variant="primary" busy={wishes.busy === "take"} onClick={onTake}>
              {canTakeOver(dialog, me) ? "Take over" : "Take"}
            </Button>
          </div>
        ) : null}
      </div>
      {mine ? (
        <div className={refused ? "mt-2" : undefined}>
          <Composer key={dialog.id} dialog={dialog.id} />
        </div>
      ) : null}
    </footer>
  );
}

function whoHasIt({ control, assistant }: Dialog, mine: boolean): string {
  if (mine) return "You have this conversation.";
  switch (control?.phase) {
    case "assistant":
      return `${assistant?.full_name ?? "The AI Agent"} (AI Agent) is answering.`;
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
