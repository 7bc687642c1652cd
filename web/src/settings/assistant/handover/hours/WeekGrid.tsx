// A week, one row a day.
import { Copy } from "lucide-react";
import { useId } from "react";
import { Button } from "../../../../ui";
import type { HoursError } from "./hoursError";
import { copiedToWeekdays, DAY_NAMES, DAYS, withDay, type Day, type Weekly } from "./week";
import { Windows } from "./Windows";

interface WeekGridProps {
  weekly: Weekly;
  onChange: (weekly: Weekly) => void;
  errorOf: HoursError;
}

export function WeekGrid({ weekly, onChange, errorOf }: WeekGridProps) {
  return (
    <div className="@container flex flex-col divide-y divide-line rounded-xl border border-line">
      {DAYS.map((day) => (
        <DayRow key={day} day={day} weekly={weekly} onChange={onChange} errorOf={errorOf} />
      ))}
    </div>
  );
}

function DayRow({ day, weekly, onChange, errorOf }: WeekGridProps & { day: Day }) {
  const heading = useId();
  return (
    <div role="group" aria-labelledby={heading} className="flex flex-col gap-x-4 gap-y-1 px-3 py-2.5 @lg:flex-row @lg:px-4">
      <span id={heading} className="w-24 shrink-0 font-medium @lg:py-2">
        {DAY_NAMES[day]}
      </span>
      <Windows
        of={DAY_NAMES[day]}
        windows={weekly.week[day]}
        onChange={(windows) => onChange(withDay(weekly, day, windows))}
        field={`week.${day}`}
        errorOf={errorOf}
        aside={
          day === "monday" ? (
            <Button
              size="sm"
              variant="ghost"
              icon={<Copy aria-hidden className="size-4" />}
              onClick={() => onChange(copiedToWeekdays(weekly, day))}
            >
              Copy to all weekdays
            </Button>
          ) : null
        }
      />
    </div>
  );
}
