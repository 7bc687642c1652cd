// The middle pane: one conversation, from its head to the reply bar.
import { useEffect, useRef, type ReactNode } from "react";
import type { Dialog } from "../../api";
import { CenteredSpinner, ErrorState, LinkButton } from "../../ui";
import { isMe } from "../../live";
import { announce } from "../announce";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { useShortcuts } from "../shortcuts";
import { customerName } from "../words";
import { Actions } from "./Actions";
import { canTakeOver, isDirectable, isTakeable } from "./control";
import { Header } from "./Header";
import { Messages } from "./Messages";
import { focusReply } from "./replyField";
import { ReplyBar } from "./ReplyBar";
import { useConversation } from "./useConversation";
import { useReadMarks } from "./useReadMarks";
import { useWishes } from "./useWishes";

export function Conversation({ id, route }: { id: string; route: Route }) {
  const { dialog, thread, failed, retry, loadOlder, olderFailed } = useConversation(id);
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
        <Messages dialog={dialog} thread={thread} loadOlder={loadOlder} olderFailed={olderFailed} />
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
  useReadMarks(dialog);
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
      {children}
      <ReplyBar dialog={dialog} wishes={wishes} onTake={takeable ? () => void take() : null} />
    </section>
  );
}

/** New words of the others are read out, old pages never. */
function useSpokenMessages({ last_message: last }: Dialog) {
  const { me } = useSeat();
  const heard = useRef(last?.id);
  useEffect(() => {
    if (!last || heard.current === last.id) return;
    heard.current = last.id;
    if (!isMe(last.sender, me)) announce(`${last.sender.full_name}: ${last.text}`);
  }, [last, me]);
}
