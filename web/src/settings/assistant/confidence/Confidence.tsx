// How sure the AI Agent must be to answer, and to ask back: two values between 0 and 100%, set on what they mean.
import type { ReactNode } from "react";
import { Field, percent, Section, useField } from "../../../ui";
import { CLARIFY_TOO_HIGH } from "../check";
import type { Draft } from "../draft";
import { CurvePart } from "./CurvePart";

export function Confidence({ draft }: { draft: Draft }) {
  const { confidence_min, clarify_from } = draft.settings;
  const { change, errorOf } = draft;
  // Asking back comes before answering; it never stands above it.
  const setConfidence = (value: number) => change({ confidence_min: value, clarify_from: Math.min(clarify_from, value) });
  return (
    <Section id="confidence" title="Confidence" description="How sure it must be before it answers, and before it asks back.">
      <Threshold
        label="Confidence to answer"
        hint="Every question gets a probability that your knowledge answers it. Below this value the AI Agent does not answer, and the question counts as unanswered."
        ends={["Answers more", "Hands over more"]}
        value={confidence_min}
        onChange={setConfidence}
        error={errorOf("confidence_min")}
      />
      <CurvePart app={draft.saved.app} threshold={confidence_min} onChange={setConfidence} />
      <Threshold
        label="Ask back from"
        hint={
          clarify_from < confidence_min
            ? `Between ${percent(clarify_from)} and ${percent(confidence_min)} it asks once what was meant, if there are things to choose from.`
            : "It never asks back: it answers, or it does not know."
        }
        ends={["Asks back more", "Asks back less"]}
        value={clarify_from}
        onChange={(value) => change({ clarify_from: value })}
        error={errorOf("clarify_from") ?? (clarify_from > confidence_min ? CLARIFY_TOO_HIGH : undefined)}
      />
    </Section>
  );
}

interface ThresholdProps {
  label: string;
  hint: ReactNode;
  ends: [string, string];
  value: number;
  onChange: (value: number) => void;
  error: string | undefined;
}

function Threshold({ label, hint, ends, value, onChange, error }: ThresholdProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={<output className="font-semibold tabular-nums">{percent(value)}</output>}>
      <Slider value={value} onChange={onChange} />
      <div aria-hidden className="flex justify-between text-sm text-muted">
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </div>
    </Field>
  );
}

function Slider({ value, onChange }: Pick<ThresholdProps, "value" | "onChange">) {
  return (
    <input
      {...useField()}
      type="range"
      min={0}
      max={1}
      step={0.01}
      value={value}
      aria-valuetext={percent(value)}
      onChange={(event) => onChange(event.target.valueAsNumber)}
      className="h-6 w-full accent-accent"
    />
  );
}
