// Dates on which other hours count than on their weekday; mostly none.
import { Plus, X } from "lucide-react";
import { useId, useRef } from "react";
import { Button, Checkbox, FieldError, IconButton, Input } from "../../../../ui";
import type { HoursError } from "./hoursError";
import { withHoliday, withHolidayAs, withOneMore, type Holiday, type Weekly, type Window } from "./week";
import { Windows } from "./Windows";

interface HolidaysProps {
  weekly: Weekly;
  onChange: (weekly: Weekly) => void;
  errorOf: HoursError;
}

export function Holidays({ weekly, onChange, errorOf }: HolidaysProps) {
  const heading = useId();
  const adding = useRef<HTMLDivElement>(null);
  const error = errorOf("holidays");
  const remove = (at: number) => {
    adding.current?.querySelector("button")?.focus();
    onChange({ ...weekly, holidays: weekly.holidays.toSpliced(at, 1) });
  };
  return (
    <div role="group" aria-labelledby={heading} className="@container flex flex-col gap-2">
      <h4 id={heading} className="font-medium">
        Holidays
      </h4>
      {weekly.holidays.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line rounded-xl border border-line">
          {weekly.holidays.map((holiday, at) => (
            <HolidayRow
              key={at}
              at={at}
              holiday={holiday}
              onChange={(part) => onChange(withHolidayAs(weekly, at, part))}
              onRemove={() => remove(at)}
              errorOf={errorOf}
            />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">None yet. On a holiday, the hours of its weekday do not count.</p>
      )}
      {error ? <FieldError>{error}</FieldError> : null}
      <div ref={adding}>
        <Button
          size="sm"
          variant="ghost"
          className="-ml-3"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => onChange(withHoliday(weekly))}
        >
          Add a holiday
        </Button>
      </div>
    </div>
  );
}

interface HolidayRowProps {
  at: number;
  holiday: Holiday;
  onChange: (part: Partial<Holiday>) => void;
  onRemove: () => void;
  errorOf: HoursError;
}

function HolidayRow({ at, holiday, onChange, onRemove, errorOf }: HolidayRowProps) {
  const of = `Holiday ${at + 1}`;
  const { date, name = "", windows = [] } = holiday;
  const field = `holidays[${at}]`;
  const row = useRef<HTMLLIElement>(null);
  const changeWindows = (changed: Window[]) => {
    // Without hours their buttons go; what says so instead is the checkbox.
    if (changed.length === 0) row.current?.querySelector<HTMLElement>("[type=checkbox]")?.focus();
    onChange({ windows: changed });
  };
  return (
    <li ref={row} className="flex flex-col gap-2 px-3 py-3 @lg:px-4">
      <div className="flex flex-wrap items-center gap-1.5">
        <Input
          type="date"
          className="max-w-44"
          aria-label={`${of}, date`}
          aria-invalid={errorOf(`${field}.date`) ? true : undefined}
          autoFocus={date === ""}
          value={date}
          onChange={(event) => onChange({ date: event.target.value })}
        />
        <IconButton label={`Remove ${name || of.toLowerCase()}`} className="@max-lg:ml-auto @lg:order-1" onClick={onRemove}>
          <X />
        </IconButton>
        <Input
          className="@lg:w-auto @lg:flex-1"
          aria-label={`${of}, name`}
          aria-invalid={errorOf(`${field}.name`) ? true : undefined}
          placeholder="Name"
          maxLength={80}
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <Checkbox
        label="Closed all day"
        checked={windows.length === 0}
        onChange={(closed) => onChange({ windows: closed ? [] : withOneMore([]) })}
      />
      {windows.length > 0 ? (
        <Windows
          of={of}
          windows={windows}
          onChange={changeWindows}
          field={`${field}.windows`}
          errorOf={errorOf}
        />
      ) : null}
    </li>
  );
}
