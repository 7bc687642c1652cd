// A number that people type. While the box is empty it stands for "not a number", which the check before saving refuses.
import type { InputHTMLAttributes } from "react";
import { Input } from "../../ui";

interface NumberInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange"> {
  value: number;
  onNumber: (value: number) => void;
}

export function NumberInput({ value, onNumber, ...rest }: NumberInputProps) {
  return (
    <Input
      {...rest}
      type="number"
      inputMode="decimal"
      value={Number.isFinite(value) ? value : ""}
      onChange={(event) => onNumber(event.target.valueAsNumber)}
    />
  );
}
