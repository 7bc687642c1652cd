// The labels of an app: what agents mark conversations with.
import type { Label } from "../../api";
import { Pencil, Plus, Tag, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, ConfirmDialog, EmptyState, IconButton, List, Loaded, Section, Swatch, toast } from "../../ui";
import { LabelDialog } from "./LabelDialog";
import { useLabels, useRemoveLabel } from "./labels";

export function Labels({ app }: { app: number }) {
  const labels = useLabels(app);
  const remove = useRemoveLabel(app);
  const [editing, setEditing] = useState<Label | "new" | null>(null);
  const [removing, setRemoving] = useState<Label | null>(null);
  const createButton = (
    <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setEditing("new")}>
      Create label
    </Button>
  );
  return (
    <Section
      flush
      title="Labels"
      description="Agents mark conversations with them, and find them again."
      actions={labels.data?.length ? createButton : null}
    >
      <Loaded query={labels}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={<Tag />} title="No labels yet" action={createButton}>
              Such as refund, or broken on arrival.
            </EmptyState>
          ) : (
            <List label="Labels" className="border-t border-line">
              {items.map((label) => (
                <li key={label.id} className="flex items-center gap-3 px-5 py-2 sm:px-6">
                  <Swatch hue={label.colour} className="size-3" />
                  <span className="min-w-0 flex-1 font-medium wrap-anywhere">{label.name}</span>
                  <IconButton label={`Edit ${label.name}`} onClick={() => setEditing(label)}>
                    <Pencil />
                  </IconButton>
                  <IconButton label={`Delete ${label.name}`} onClick={() => setRemoving(label)}>
                    <Trash2 />
                  </IconButton>
                </li>
              ))}
            </List>
          )
        }
      </Loaded>
      {editing ? <LabelDialog app={app} label={editing === "new" ? null : editing} onClose={() => setEditing(null)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Delete ${removing?.name ?? "the label"}?`}
        action="Delete"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing);
          toast.done(`${removing.name} is deleted.`);
        }}
      >
        It is taken off every conversation that has it.
      </ConfirmDialog>
    </Section>
  );
}
