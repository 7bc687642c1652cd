// The canned replies of the app, beside the composer: those who use them write and mend them.
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { CannedReply } from "../../../api";
import { ReplyDialog, useReplies } from "../../../canned";
import { Button, Dialog, EmptyState, IconButton, List, Loaded } from "../../../ui";
import { useSeat } from "../../seat";

export function CannedReplies({ onClose }: { onClose: () => void }) {
  const { app } = useSeat();
  const query = useReplies(app);
  const [edited, setEdited] = useState<CannedReply | "new" | null>(null);
  if (edited) return <ReplyDialog app={app} reply={edited === "new" ? null : edited} onClose={() => setEdited(null)} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Canned replies"
      description="Type / and the shortcut while you write a reply. All agents share them."
      footer={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setEdited("new")}>
          Create reply
        </Button>
      }
    >
      <Loaded query={query}>
        {(replies) =>
          replies.length === 0 ? (
            <EmptyState title="No canned replies yet">What you write again and again can be written once.</EmptyState>
          ) : (
            <List label="Canned replies">
              {replies.map((reply) => (
                <Row key={reply.id} reply={reply} onEdit={() => setEdited(reply)} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Dialog>
  );
}

function Row({ reply, onEdit }: { reply: CannedReply; onEdit: () => void }) {
  return (
    <li className="flex items-center gap-2 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-mono text-sm leading-6 wrap-anywhere">/{reply.shortcut}</p>
        <p dir="auto" className="line-clamp-2 text-sm text-muted wrap-anywhere">
          {reply.text}
        </p>
      </div>
      <IconButton label={`Edit /${reply.shortcut}`} onClick={onEdit} className="max-sm:size-11">
        <Pencil />
      </IconButton>
    </li>
  );
}
