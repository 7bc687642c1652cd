// The canned replies of the app: read, written and thrown away by those who use them.
import type { CannedReply } from "../../../api";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, EmptyState, IconButton, List, Loaded } from "../../../ui";
import { CannedForm } from "./CannedForm";
import { useCannedChanges } from "./useCannedChanges";
import { useCannedReplies } from "./useSuggestions";

export function CannedReplies({ onClose }: { onClose: () => void }) {
  const query = useCannedReplies(true);
  const [edited, setEdited] = useState<CannedReply | "new" | null>(null);
  if (edited) return <CannedForm reply={edited === "new" ? null : edited} onClose={() => setEdited(null)} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Canned replies"
      description="Type / and the short name while you write a reply."
      footer={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setEdited("new")}>
          New canned reply
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
  const { busy, remove } = useCannedChanges();
  return (
    <li className="flex items-center gap-2 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">/{reply.shortcut}</p>
        <p dir="auto" className="line-clamp-2 text-sm text-muted wrap-anywhere">
          {reply.text}
        </p>
      </div>
      <IconButton label={`Change /${reply.shortcut}`} onClick={onEdit} className="max-sm:size-11">
        <Pencil />
      </IconButton>
      <IconButton label={`Delete /${reply.shortcut}`} disabled={busy} onClick={() => void remove(reply.id)} className="max-sm:size-11">
        <Trash2 />
      </IconButton>
    </li>
  );
}
