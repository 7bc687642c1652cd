// When the team is there, and what happens when nobody is available at another time.
import { useState } from "react";
import { FieldError, RadioGroup } from "../../../../ui";
import { WHEN_NOBODY } from "../../../words";
import type { Draft } from "../../draft";
import { HandoverText } from "../HandoverText";
import { NobodyTexts } from "../NobodyTexts";
import { textsWhenClosed } from "../nobody";
import { Part } from "../Part";
import { Holidays } from "./Holidays";
import { hoursErrors } from "./hoursError";
import { browserTimeZone, TimeZone } from "./TimeZone";
import { usualHours, type Hours, type Weekly } from "./week";
import { WeekGrid } from "./WeekGrid";

const KINDS: { value: "always" | "weekly"; label: string; description: string }[] = [
  { value: "always", label: "Always", description: "Your team is never closed." },
  { value: "weekly", label: "By the week", description: "Hours for each day of the week, and holidays." },
];

export function BusinessHours({ draft }: { draft: Draft }) {
  const { hours } = draft.settings.unanswered.handover;
  const [kept, setKept] = useState<Hours>(draft.saved.settings.unanswered.handover.hours);
  const set = (wish: Hours) => draft.changeHandover({ hours: wish });
  const choose = (kind: "always" | "weekly") => {
    // Whoever looks at the other choice and comes back finds what they wrote.
    setKept(hours);
    if (kind === "always") set("always");
    else set(kept === "always" ? { weekly: usualHours(browserTimeZone()) } : kept);
  };
  return (
    <Part
      title="Business hours"
      description="Agents who are online get conversations at any time. The hours decide what happens when nobody is available."
    >
      <RadioGroup
        hideLabel
        label="Business hours"
        value={hours === "always" ? "always" : "weekly"}
        onChange={choose}
        options={KINDS}
      />
      {hours === "always" ? null : <ByTheWeek draft={draft} weekly={hours.weekly} onChange={(weekly) => set({ weekly })} />}
    </Part>
  );
}

interface ByTheWeekProps {
  draft: Draft;
  weekly: Weekly;
  onChange: (weekly: Weekly) => void;
}

function ByTheWeek({ draft, weekly, onChange }: ByTheWeekProps) {
  const errorOf = hoursErrors(draft);
  const { handover } = draft.settings.unanswered;
  const placed = ["time_zone", "week", "holidays"].some((field) => errorOf(field));
  const elsewhere = placed ? undefined : draft.errorOf("unanswered.handover.hours");
  return (
    <>
      {elsewhere ? <FieldError>{elsewhere}</FieldError> : null}
      <TimeZone
        value={weekly.time_zone}
        onChange={(time_zone) => onChange({ ...weekly, time_zone })}
        error={errorOf("time_zone")}
      />
      <div className="flex flex-col gap-2">
        <WeekGrid weekly={weekly} onChange={onChange} errorOf={errorOf} />
        <p className="text-sm text-muted">
          An end at 00:00 is midnight. An end that is earlier than the beginning is on the next day.
        </p>
      </div>
      <Holidays weekly={weekly} onChange={onChange} errorOf={errorOf} />
      <RadioGroup
        label="Outside business hours"
        value={handover.when_closed}
        onChange={(when_closed) => draft.changeHandover({ when_closed })}
        options={WHEN_NOBODY}
      />
      <NobodyTexts draft={draft} names={textsWhenClosed(handover)} />
      {handover.when_closed === "wait" || draft.errorOf("unanswered.handover.closed_message") ? (
        <HandoverText
          draft={draft}
          name="closed_message"
          label="Message outside business hours"
          hint="If you leave it empty, the message if there is no available agent is posted."
        />
      ) : null}
    </>
  );
}
