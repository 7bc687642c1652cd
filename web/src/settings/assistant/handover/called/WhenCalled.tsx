// When a customer gets a person without asking for one.
import { Checkbox, Field } from "../../../../ui";
import { UNHELPFUL_MAX } from "../../check";
import type { Draft } from "../../draft";
import { NumberInput } from "../../NumberInput";
import { Part } from "../Part";
import { Rules } from "./Rules";

type Reason = "on_unknown" | "on_low_confidence" | "on_model_error" | "on_frustration" | "on_repeat";

const REASONS: { name: Reason; label: string; description: string }[] = [
  {
    name: "on_unknown",
    label: "A question cannot be answered",
    description: "Otherwise the customer reads the don't know message.",
  },
  {
    name: "on_low_confidence",
    label: "The AI Agent is not sure enough",
    description: "In place of asking the customer back what they mean.",
  },
  {
    name: "on_model_error",
    label: "The model fails",
    description: "Or its provider does not answer in time. Otherwise the customer reads the don't know message.",
  },
  { name: "on_frustration", label: "A customer is upset", description: "Also when their question could be answered." },
  { name: "on_repeat", label: "A customer asks the same again", description: "After it has been answered once." },
];

export function WhenCalled({ draft }: { draft: Draft }) {
  const { handover } = draft.settings.unanswered;
  const { changeHandover: set } = draft;
  return (
    <Part
      title="When a person is called"
      description="A customer who asks for a person always gets one. Choose when else one is called."
    >
      {REASONS.map(({ name, label, description }) => (
        <Checkbox
          key={name}
          label={label}
          description={description}
          checked={handover[name]}
          onChange={(on) => set({ [name]: on })}
        />
      ))}
      <Field
        label="Answers in a row that did not help"
        hint={`From 1 to ${UNHELPFUL_MAX}. Customers say under an answer whether it helped. Left empty, this calls nobody.`}
        error={draft.errorOf("unanswered.handover.unhelpful_max")}
      >
        <NumberInput
          className="max-w-40"
          min={1}
          max={UNHELPFUL_MAX}
          step={1}
          placeholder="Never"
          value={handover.unhelpful_max ?? Number.NaN}
          onNumber={(answers) => set({ unhelpful_max: Number.isNaN(answers) ? null : answers })}
        />
      </Field>
      <Rules draft={draft} />
    </Part>
  );
}
