// Whose clock on the wall the business hours go by.
import { useMemo } from "react";
import { Field, Select } from "../../../../ui";

export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

interface TimeZoneProps {
  value: string;
  onChange: (zone: string) => void;
  error: string | undefined;
}

export function TimeZone({ value, onChange, error }: TimeZoneProps) {
  const options = useMemo(() => {
    // A browser knows a zone by one of its names; another one, set through the API, must not get lost.
    const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", browserTimeZone(), value]);
    return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  }, [value]);
  return (
    <Field label="Time zone" error={error} className="max-w-sm">
      <Select value={value} onChange={(event) => onChange(event.target.value)} options={options} />
    </Field>
  );
}
