// One text of a handover, by the name of its setting.
import type { ReactNode } from "react";
import type { AssistantSettings, LocalText } from "../../../api";
import { LocalTextField } from "../../../localText";
import type { Draft } from "../draft";

type Handover = AssistantSettings["unanswered"]["handover"];
export type TextName = { [K in keyof Handover]: Handover[K] extends LocalText ? K : never }[keyof Handover];

interface HandoverTextProps {
  draft: Draft;
  name: TextName;
  label: string;
  hint?: ReactNode;
}

export function HandoverText({ draft, name, label, hint }: HandoverTextProps) {
  return (
    <LocalTextField
      name={name}
      label={label}
      hint={hint}
      value={draft.settings.unanswered.handover[name]}
      onChange={(text) => draft.changeHandover({ [name]: text })}
      error={draft.errorOf(`unanswered.handover.${name}`)}
    />
  );
}
