// The labels of an app: what agents mark conversations with.
import { Tag } from "lucide-react";
import { Swatch } from "../../ui";
import { KeptList } from "../KeptList";
import { LabelDialog } from "./LabelDialog";
import { useLabels, useRemoveLabel } from "./labels";

export function Labels({ app }: { app: number }) {
  const remove = useRemoveLabel(app);
  return (
    <KeptList
      title="Labels"
      description="Agents mark conversations with them, and find them again."
      icon={<Tag />}
      none={{ title: "No labels yet", text: "Such as refund, or broken on arrival." }}
      create="Create label"
      query={useLabels(app)}
      nameOf={({ name }) => name}
      row={({ name, colour }) => (
        <span className="flex items-center gap-3">
          <Swatch hue={colour} className="size-3" />
          <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
        </span>
      )}
      dialog={(label, onClose) => <LabelDialog app={app} label={label} onClose={onClose} />}
      onRemove={remove.mutateAsync}
      removal="It is taken off every conversation that has it."
    />
  );
}
