// How sure the AI Agent must be before it answers: a number from 0 to 1, set with a slider.
import { Field, useField } from "../../ui";

interface ConfidenceProps {
  value: number;
  onChange: (value: number) => void;
  error: string | undefined;
}

export function Confidence({ value, onChange, error }: ConfidenceProps) {
  return (
    <Field
      label="Confidence to answer"
      hint="Every question gets a score from 0 to 1: how likely it is that your knowledge answers it. Below this value the AI Agent does not answer, and the question counts as unanswered. Try some questions below to find the value that fits."
      error={error}
      aside={<output className="font-semibold tabular-nums">{value.toFixed(2)}</output>}
    >
      <Slider value={value} onChange={onChange} />
      <div aria-hidden className="flex justify-between text-sm text-muted">
        <span>Answers more</span>
        <span>Hands over more</span>
      </div>
    </Field>
  );
}

function Slider({ value, onChange }: Pick<ConfidenceProps, "value" | "onChange">) {
  return (
    <input
      {...useField()}
      type="range"
      min={0}
      max={1}
      step={0.01}
      value={value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      className="h-6 w-full accent-accent"
    />
  );
}
