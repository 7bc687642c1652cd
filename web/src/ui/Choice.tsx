// Yes or no, and one of several: Checkbox, Switch, RadioGroup. The whole row is the target; the name is the label alone.
import { useId, type ReactNode } from "react";
import { cx } from "./classes";

interface ChoiceProps {
  label: ReactNode;
  description?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
}

export function Checkbox({ label, description, checked, onChange, disabled, className }: ChoiceProps) {
  const id = useId();
  return (
    <label className={cx("flex items-start gap-3", disabled && "opacity-60", className)}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        aria-labelledby={id}
        aria-describedby={description ? `${id}-more` : undefined}
        className="mt-[3px] size-[18px] shrink-0 accent-accent"
      />
      <Words id={id} label={label} description={description} />
    </label>
  );
}

export function Switch({ label, description, checked, onChange, disabled, className }: ChoiceProps) {
  const id = useId();
  return (
    <label className={cx("flex items-start gap-3", disabled && "opacity-60", className)}>
      <span className="relative mt-0.5 inline-flex shrink-0">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          aria-labelledby={id}
          aria-describedby={description ? `${id}-more` : undefined}
          className="peer h-[22px] w-10 appearance-none rounded-full bg-line-strong transition-colors checked:bg-accent"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-[3px] left-[3px] size-4 rounded-full bg-surface transition-transform peer-checked:translate-x-[18px]"
        />
      </span>
      <Words id={id} label={label} description={description} />
    </label>
  );
}

export interface RadioOption<V extends string> {
  value: V;
  label: string;
  description?: ReactNode;
}

interface RadioGroupProps<V extends string> {
  label: string;
  hideLabel?: boolean;
  value: V;
  onChange: (value: V) => void;
  options: RadioOption<V>[];
}

export function RadioGroup<V extends string>({ label, hideLabel, value, onChange, options }: RadioGroupProps<V>) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className={hideLabel ? "sr-only" : "mb-2 font-medium"}>{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex items-start gap-3 rounded-lg border border-line px-3.5 py-3 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-labelledby={`${name}-${option.value}`}
            aria-describedby={option.description ? `${name}-${option.value}-more` : undefined}
            className="mt-[3px] size-[18px] shrink-0 accent-accent"
          />
          <Words id={`${name}-${option.value}`} label={option.label} description={option.description} />
        </label>
      ))}
    </fieldset>
  );
}

function Words({ id, label, description }: { id: string; label: ReactNode; description?: ReactNode }) {
  return (
    <span className="min-w-0">
      <span id={id} className="block font-medium">
        {label}
      </span>
      {description ? (
        <span id={`${id}-more`} className="block text-sm text-muted">
          {description}
        </span>
      ) : null}
    </span>
  );
}
