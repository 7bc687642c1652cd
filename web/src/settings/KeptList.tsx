// A short list of what an app keeps for its agents: each entry is made, changed and deleted in place.
import type { UseQueryResult } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button, ConfirmDialog, EmptyState, IconButton, List, Loaded, Section, toast } from "../ui";

interface KeptListProps<T> {
  title: string;
  description: string;
  icon: ReactNode;
  /** While there are none. */
  none: { title: string; text: string };
  /** On the button that makes one. */
  create: string;
  query: UseQueryResult<T[]>;
  nameOf: (item: T) => string;
  row: (item: T) => ReactNode;
  /** For one of them, or for a new one. */
  dialog: (item: T | null, onClose: () => void) => ReactNode;
  onRemove: (item: T) => Promise<unknown>;
  /** What that means. */
  removal: string;
}

export function KeptList<T extends { id: number }>({ title, description, icon, none, create, query, ...of }: KeptListProps<T>) {
  const { nameOf, row, dialog, onRemove, removal } = of;
  const [editing, setEditing] = useState<T | "new" | null>(null);
  const [removing, setRemoving] = useState<T | null>(null);
  const createButton = (
    <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setEditing("new")}>
      {create}
    </Button>
  );
  return (
    <Section flush title={title} description={description} actions={query.data?.length ? createButton : null}>
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={icon} title={none.title} action={createButton}>
              {none.text}
            </EmptyState>
          ) : (
            <List label={title} className="border-t border-line">
              {items.map((item) => (
                <li key={item.id} className="flex items-start gap-3 px-5 py-2 sm:px-6">
                  <div className="min-w-0 flex-1 py-2">{row(item)}</div>
                  <IconButton label={`Edit ${nameOf(item)}`} onClick={() => setEditing(item)}>
                    <Pencil />
                  </IconButton>
                  <IconButton label={`Delete ${nameOf(item)}`} onClick={() => setRemoving(item)}>
                    <Trash2 />
                  </IconButton>
                </li>
              ))}
            </List>
          )
        }
      </Loaded>
      {editing ? dialog(editing === "new" ? null : editing, () => setEditing(null)) : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Delete ${removing ? nameOf(removing) : ""}?`}
        action="Delete"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await onRemove(removing);
          toast.done(`${nameOf(removing)} is deleted.`);
        }}
      >
        {removal}
      </ConfirmDialog>
    </Section>
  );
}
