// Where people write or pick one value: Input, Textarea, Select. Inside a Field they are labelled by it.
import { ChevronDown } from "lucide-react";
import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { cx } from "./classes";
import { useField } from "./Field";

// 16 px on phones: below that, iOS zooms into the page when a field gets the focus.
const LOOK =
  "w-full rounded-lg border border-line-strong bg-surface px-3 text-base sm:text-[15px] text-ink placeholder:text-faint " +
  "aria-invalid:border-danger disabled:bg-sunken disabled:text-muted";

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input {...useField()} {...rest} className={cx(LOOK, "h-10 read-only:bg-sunken pointer-coarse:h-11", className)} />;
}

export function Textarea({ className, rows = 3, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={rows} {...useField()} {...rest} className={cx(LOOK, "field-sizing-content min-h-16 max-h-96 py-2", className)} />;
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> {
  options: { value: string; label: string }[];
}

export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className={cx("relative block", className)}>
      <select {...useField()} {...rest} className={cx(LOOK, "h-10 appearance-none pr-9 pointer-coarse:h-11")}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-muted" />
    </span>
  );
}
