// What happens when no agent can be assigned.
import { RadioGroup } from "../../../ui";
import { WHEN_NOBODY } from "../../words";
import type { Draft } from "../draft";
import { NobodyTexts } from "./NobodyTexts";
import { textsNotShown, textsWhenNobody } from "./nobody";
import { Part } from "./Part";

export function WhenNobody({ draft }: { draft: Draft }) {
  const { handover } = draft.settings.unanswered;
  const wrong = textsNotShown(handover).filter((name) => draft.errorOf(`unanswered.handover.${name}`));
  return (
    <Part title="When nobody is available">
      <RadioGroup
        hideLabel
        label="When nobody is available"
        value={handover.when_nobody}
        onChange={(when_nobody) => draft.changeHandover({ when_nobody })}
        options={WHEN_NOBODY}
      />
      <NobodyTexts draft={draft} names={[...textsWhenNobody(handover), ...wrong]} />
    </Part>
  );
}
