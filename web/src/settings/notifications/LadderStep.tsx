// One step of the ladder: whether it is taken, after how long, and what belongs to it.
import { useId, type ReactNode } from "react";
import { cx, Field, Select, Switch } from "../../ui";
import { NumberInput } from "../assistant/NumberInput";
import { isHeldBack, UNITS, type StepName, type Unit } from "./ladder";
import type { Editing } from "./useLadder";

interface LadderStepProps {
  step: StepName;
  number: number;
  name: string;
  who: string;
  editing: Editing;
  children: ReactNode;
}

export function LadderStep({ step, number, name, who, editing, children }: LadderStepProps) {
  const { on } = editing.ladder.waits[step];
  return (
    <li className="group flex gap-3 sm:gap-4">
      <div aria-hidden className="flex flex-col items-center">
        <span
          className={cx(
            "flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold",
            on ? "bg-accent-soft text-accent-ink" : "bg-sunken text-muted",
          )}
        >
          {number}
        </span>
        <span className="w-px flex-1 bg-line group-last:hidden" />
      </div>
      <div role="group" aria-label={name} className="flex min-w-0 flex-1 flex-col gap-4 pt-0.5 pb-7 group-last:pb-0">
        <Switch label={name} description={who} checked={on} onChange={(next) => editing.changeWait(step, { on: next })} />
        <div className="flex flex-col gap-5 empty:hidden sm:pl-13">
          {on ? <After step={step} editing={editing} /> : null}
          {children}
        </div>
      </div>
    </li>
  );
}

function After({ step, editing }: { step: StepName; editing: Editing }) {
  const unitId = useId();
  const { ladder, changeWait, errorOf } = editing;
  const { amount, unit } = ladder.waits[step];
  return (
    <Field
      label="After"
      error={errorOf(`${step}_after`)}
      hint={isHeldBack(ladder, step) ? "A step above comes later, so this one follows right after it." : undefined}
    >
      <span className="flex gap-2">
        <NumberInput className="max-w-24" min={1} step={1} value={amount} onNumber={(next) => changeWait(step, { amount: next })} />
        <Select
          id={unitId}
          aria-label="Unit"
          className="w-36"
          value={unit}
          onChange={(event) => changeWait(step, { unit: event.target.value as Unit })}
          options={UNITS.map((one) => ({ value: one, label: amount === 1 ? one.slice(0, -1) : one }))}
        />
      </span>
    </Field>
  );
}
