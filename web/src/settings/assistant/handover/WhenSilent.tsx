// What happens when an agent who owes a reply does not write one.
import { Field, RadioGroup } from "../../../ui";
import { WHEN_SILENT } from "../../words";
import type { Draft } from "../draft";
import { NumberInput } from "../NumberInput";
import { HandoverText } from "./HandoverText";
import { Part } from "./Part";

export function WhenSilent({ draft }: { draft: Draft }) {
  const { handover } = draft.settings.unanswered;
  const set = draft.changeHandover;
  const { errorOf } = draft;
  const texted = handover.when_silent === "back_to_assistant" || errorOf("unanswered.handover.returned_message");
  return (
    <Part title="When an agent does not reply">
      <Field
        label="Minutes without a reply"
        hint="The agent is warned before. Left empty, the server's setting counts: 24 hours, unless it was changed."
        error={errorOf("unanswered.handover.silent_after_minutes")}
      >
        <NumberInput
          className="max-w-40"
          min={1}
          max={10_080}
          step={1}
          value={handover.silent_after_minutes ?? Number.NaN}
          onNumber={(minutes) => set({ silent_after_minutes: Number.isNaN(minutes) ? null : minutes })}
        />
      </Field>
      <RadioGroup
        label="After that"
        value={handover.when_silent}
        onChange={(when_silent) => set({ when_silent })}
        options={WHEN_SILENT}
      />
      {texted ? <HandoverText draft={draft} name="returned_message" label="Message when the AI Agent is back" /> : null}
    </Part>
  );
}
