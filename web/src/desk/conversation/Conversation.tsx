// The middle pane: one conversation, from its head to the reply bar.
import { useEffect, useRef, type ReactNode } from "react";
import type { Dialog } from "../../api";
import { CenteredSpinner, ErrorState, LinkButton, toast } from "../../ui";
import { isMe } from "../../live";
import { announce } from "../announce";
import type { Route } from "../route";
import { inShort } from "../said";
import { useSeat } from "../seat";
import { useShortcuts } from "../shortcuts";
import { customerName } from "../words";
import { Actions } from "./Actions";
import { DropZone } from "./attachments/DropZone";
import { attach } from "./attachments/uploads";
import { useViewing } from "./colleagues/useViewing";
import { canTakeOver, hasControl, isDirectable, isTakeable } from "./control";
import { Header } from "./Header";
import { useNoteNews } from "./notes/useNotes";
import { focusReply } from "./replyField";
import { ReplyBar } from "./ReplyBar";
import { Messages } from "./timeline/Messages";
import { useConversation } from "./useConversation";
import { useReadMarks } from "./useReadMarks";
import { useTarget } from "./useTarget";
import { useWishes } from "./useWishes";

export function Conversation({ id, route }: { id: string; route: Route }) {
  const [target, shown] = useTarget();
  const { dialog, thread, failed, retry, ...pages } = useConversation(id, target);
  if (failed && (!dialog || !thread)) {
    return (
      <div className="flex h-full flex-col justify-center">
        <ErrorState error={failed} onRetry={retry} />
        <p className="text-center">
          <LinkButton variant="ghost" href={route.href({ dialog: null })}>
            Back to the list
          </LinkButton>
        </p>
      </div>
    );
  }
  if (!dialog) return <CenteredSpinner />;
  return (
    <Opened dialog={dialog} route={route}>
      {thread ? (
        <Messages dialog={dialog} thread={thread} pages={pages} target={target} onShown={shown} />
      ) : (
        <div className="min-h-0 flex-1">
          <CenteredSpinner />
        </div>
      )}
    </Opened>
  );
}

function Opened({ dialog, route, children }: { dialog: Dialog; route: Route; children: ReactNode }) {
  const { me } = useSeat();
  const wishes = useWishes(dialog);
  const takeable = isTakeable(dialog, me);
  const mine = hasControl(dialog, me);
  useReadMarks(dialog);
  useViewing(dialog.id);
  useNoteNews(dialog.id);
  useSpokenMessages(dialog);
  const take = async () => {
    focusReply();
    const taken = await (canTakeOver(dialog, me) ? wishes.takeOver(me.id) : wishes.take());
    // It has left the queue; its place is among mine now.
    if (taken && route.list === "queue") route.go({ list: "mine", dialog: dialog.id });
  };
  useShortcuts(takeable ? { t: () => void take() } : {});
  return (
    <section aria-label={`Conversation with ${customerName(dialog)}`} className="flex h-full min-h-0 flex-col">
      <Header dialog={dialog} route={route}>
        {isDirectable(dialog, me) ? <Actions dialog={dialog} wishes={wishes} /> : null}
      </Header>
      <DropZone onFiles={mine ? (files) => toastIf(attach(dialog.id, files)) : null}>
        {children}
        <ReplyBar dialog={dialog} wishes={wishes} onTake={takeable ? () => void take() : null} />
      </DropZone>
    </section>
  );
}

function toastIf(sentence: string | null) {
  if (sentence) toast.failed(sentence);
}

/** New words of the others are read out, old pages never. */
function useSpokenMessages({ last_message: last }: Dialog) {
  const { me } = useSeat();
  const heard = useRef(last?.id);
  useEffect(() => {
    if (!last || heard.current === last.id) return;
    heard.current = last.id;
    if (!isMe(last.sender, me)) announce(`${last.sender.full_name}: ${inShort(last)}`);
  }, [last, me]);
}
