// Puts labels on a conversation, takes them off, and makes new ones on the way.
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Dialog, Label } from "../../api";
import { ChoiceWindow, Swatch, type WindowChoice } from "../../ui";
import { useLabelling, useLabels } from "./useLabels";

const NEW = "new";

export function LabelsWindow({ dialog, onClose }: { dialog: Dialog; onClose: () => void }) {
  const all = useLabels();
  const known = all.data ?? [];
  const { labels, toggle, create } = useLabelling(dialog);
  const [typed, setTyped] = useState("");
  const chosen = new Set(labels.map(({ id }) => id));
  const choose = (id: string) => {
    const label = known.find((one) => String(one.id) === id);
    void (label ? toggle(label) : create(typed.trim(), known));
  };
  return (
    <ChoiceWindow
      title="Labels"
      placeholder="Add or create a label"
      several
      choices={choicesOf(known, chosen, typed.trim())}
      nothing={all.isPending ? "One moment …" : "There are no labels yet. Type a name to create one."}
      onType={setTyped}
      onChoose={choose}
      onClose={onClose}
      footer="Enter adds or removes a label. Esc closes."
    />
  );
}

function choicesOf(known: Label[], chosen: ReadonlySet<number>, typed: string): WindowChoice[] {
  const isKnown = known.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  return [
    ...known.map(({ id, name, colour }) => ({
      id: String(id),
      label: name,
      icon: <Swatch hue={colour} className="size-2.5" />,
      checked: chosen.has(id),
    })),
    ...(typed && !isKnown ? [{ id: NEW, label: `Create “${typed}”`, icon: <Plus />, always: true }] : []),
  ];
}
