// The canned replies of an app: what agents need not write again.
import type { CannedReply } from "../../api";
import { ReplyDialog, useRemoveReply, useReplies } from "../../canned";
import { MessageSquareText, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, ConfirmDialog, EmptyState, IconButton, List, Loaded, Section, toast } from "../../ui";

export function Replies({ app }: { app: number }) {
  const replies = useReplies(app);
  const remove = useRemoveReply(app);
  const [editing, setEditing] = useState<CannedReply | "new" | null>(null);
  const [removing, setRemoving] = useState<CannedReply | null>(null);
  const createButton = (
    <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setEditing("new")}>
      Create reply
    </Button>
  );
  return (
    <Section
      flush
      title="Canned replies"
      description="Agents type a slash and the shortcut, and may still change the text before they send it."
      actions={replies.data?.length ? createButton : null}
    >
      <Loaded query={replies}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={<MessageSquareText />} title="No canned replies yet" action={createButton}>
              Write once what your agents say every day.
            </EmptyState>
          ) : (
            <List label="Canned replies" className="border-t border-line">
              {items.map((reply) => (
                <li key={reply.id} className="flex items-start gap-3 px-5 py-2.5 sm:px-6">
                  <span className="flex min-w-0 flex-1 flex-col gap-x-6 py-1.5 sm:flex-row">
                    <span className="shrink-0 font-mono text-sm leading-6 wrap-anywhere sm:w-40">/{reply.shortcut}</span>
                    <span dir="auto" className="line-clamp-3 min-w-0 text-muted whitespace-pre-wrap wrap-anywhere">
                      {reply.text}
                    </span>
                  </span>
                  <IconButton label={`Edit /${reply.shortcut}`} onClick={() => setEditing(reply)}>
                    <Pencil />
                  </IconButton>
                  <IconButton label={`Delete /${reply.shortcut}`} onClick={() => setRemoving(reply)}>
                    <Trash2 />
                  </IconButton>
                </li>
              ))}
            </List>
          )
        }
      </Loaded>
      {editing ? <ReplyDialog app={app} reply={editing === "new" ? null : editing} onClose={() => setEditing(null)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Delete /${removing?.shortcut ?? ""}?`}
        action="Delete"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing);
          toast.done(`/${removing.shortcut} is deleted.`);
        }}
      >
        What was written with it stays.
      </ConfirmDialog>
    </Section>
  );
}
