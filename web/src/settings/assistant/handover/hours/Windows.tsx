// The open hours of one day: a pair of times for each, and a button for one more.
import { Plus, X } from "lucide-react";
import { useId, useRef, type ReactNode } from "react";
import { Button, FieldError, IconButton, Input } from "../../../../ui";
import type { HoursError } from "./hoursError";
import { shownEnd, withOneMore, WINDOWS_MAX, type Window } from "./week";

interface WindowsProps {
  /** Whose hours they are, in front of every label. */
  of: string;
  windows: Window[];
  onChange: (windows: Window[]) => void;
  /** The name of the list as the server calls it. */
  field: string;
  errorOf: HoursError;
  /** Stands beside the button. */
  aside?: ReactNode;
}

export function Windows({ of, windows, onChange, field, errorOf, aside }: WindowsProps) {
  const adding = useRef<HTMLDivElement>(null);
  const error = errorOf(field);
  const id = useId();
  const remove = (at: number) => {
    // The button that was pressed will be gone; without this, so would be the keyboard's place on the page.
    adding.current?.querySelector("button")?.focus();
    onChange(windows.toSpliced(at, 1));
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex flex-col gap-x-5 gap-y-1 @lg:flex-row @lg:flex-wrap @lg:items-start">
        {windows.length > 0 ? (
          <div className="flex flex-col gap-2 @lg:w-84">
            {windows.map((window, at) => (
              <WindowTimes
                key={at}
                of={windows.length > 1 ? `${of}, hours ${at + 1}` : of}
                window={window}
                onChange={(changed) => onChange(windows.with(at, changed))}
                onRemove={() => remove(at)}
                wrongOf={(end) => (errorOf(`${field}[${at}].${end}`) ? { "aria-invalid": true, "aria-describedby": id } : {})}
              />
            ))}
          </div>
        ) : (
          <span className="text-muted @lg:w-84 @lg:py-2">Closed</span>
        )}
        <div ref={adding} className="-ml-3 flex min-h-10 flex-wrap items-center">
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden className="size-4" />}
            aria-label={`Add hours, ${of}`}
            disabled={windows.length >= WINDOWS_MAX}
            onClick={() => onChange(withOneMore(windows))}
          >
            Add hours
          </Button>
          {aside}
        </div>
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}

// Where it is narrow there is no room for the little clock; on a phone, touching the time opens the picker anyway.
const TIME = "max-w-36 min-w-0 @max-sm:px-2 @max-sm:[&::-webkit-calendar-picker-indicator]:hidden";

interface WindowTimesProps {
  of: string;
  window: Window;
  onChange: (window: Window) => void;
  onRemove: () => void;
  wrongOf: (end: "from" | "to") => { "aria-invalid"?: true; "aria-describedby"?: string };
}

function WindowTimes({ of, window, onChange, onRemove, wrongOf }: WindowTimesProps) {
  return (
    <div className="flex items-center gap-1.5">
      <Input
        type="time"
        className={TIME}
        aria-label={`${of}, from`}
        {...wrongOf("from")}
        autoFocus={window.from === ""}
        value={window.from}
        onChange={(event) => onChange({ ...window, from: event.target.value })}
      />
      <span aria-hidden className="text-muted">
        –
      </span>
      <Input
        type="time"
        className={TIME}
        aria-label={`${of}, to`}
        {...wrongOf("to")}
        value={shownEnd(window.to)}
        onChange={(event) => onChange({ ...window, to: event.target.value })}
      />
      <IconButton label={`Remove hours, ${of}`} onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}
