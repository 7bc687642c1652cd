// The dialog that adds to the pool what is not in it yet: choose, Add.
import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Button, Dialog, EmptyState, Loaded } from "../../../ui";

/** Which dialog it is, for whoever opens it. */
export interface Adding {
  app: number;
  chosen: number[];
  onClose: () => void;
  onAdd: (ids: number[]) => void;
}

interface AddToPoolProps<T> extends Adding {
  title: string;
  description?: string;
  query: UseQueryResult<T[]>;
  icon: ReactNode;
  /** While the app has none: what they are, and where one is made. */
  none: { title: string; text: string; action: ReactNode };
  allChosen: string;
  children: (others: T[], checked: number[], onChange: (ids: number[]) => void) => ReactNode;
}

export function AddToPool<T extends { id: number }>({ title, description, query, icon, none, allChosen, children, ...adding }: AddToPoolProps<T>) {
  const { chosen, onClose, onAdd } = adding;
  const [checked, setChecked] = useState<number[]>([]);
  const add = () => {
    if (checked.length === 0) return;
    onAdd(checked);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      onSubmit={add}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={checked.length === 0}>
            Add
          </Button>
        </>
      }
    >
      <Loaded query={query}>
        {(all) => {
          const others = all.filter(({ id }) => !chosen.includes(id));
          if (others.length > 0) return children(others, checked, setChecked);
          if (all.length > 0) return <EmptyState icon={icon} title={allChosen} />;
          return (
            <EmptyState icon={icon} title={none.title} action={none.action}>
              {none.text}
            </EmptyState>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
