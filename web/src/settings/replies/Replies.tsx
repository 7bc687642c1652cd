// The canned replies of an app: what agents need not write again.
import { MessageSquareText } from "lucide-react";
import { ReplyDialog, useRemoveReply, useReplies } from "../../canned";
import { KeptList } from "../KeptList";

export function Replies({ app }: { app: number }) {
  const remove = useRemoveReply(app);
  return (
    <KeptList
      title="Canned replies"
      description="Agents type a slash and the shortcut, and may still change the text before they send it."
      icon={<MessageSquareText />}
      none={{ title: "No canned replies yet", text: "Write once what your agents say every day." }}
      create="Create reply"
      query={useReplies(app)}
      nameOf={({ shortcut }) => `/${shortcut}`}
      row={({ shortcut, text }) => (
        <span className="flex flex-col gap-x-6 sm:flex-row">
          <span className="shrink-0 font-mono text-sm leading-6 wrap-anywhere sm:w-40">/{shortcut}</span>
          <span dir="auto" className="line-clamp-3 min-w-0 text-muted whitespace-pre-wrap wrap-anywhere">
            {text}
          </span>
        </span>
      )}
      dialog={(reply, onClose) => <ReplyDialog app={app} reply={reply} onClose={onClose} />}
      onRemove={remove.mutateAsync}
      removal="What was written with it stays."
    />
  );
}
