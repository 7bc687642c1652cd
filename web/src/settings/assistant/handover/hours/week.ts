// Business hours as pure values: switching them on, and adding, changing, copying and removing windows and holidays.
import type { AssistantSettings } from "../../../../api";

export type Hours = AssistantSettings["unanswered"]["handover"]["hours"];
export type Weekly = Exclude<Hours, "always">["weekly"];
export type Week = Weekly["week"];
export type Day = keyof Week;
export type Window = Week[Day][number];
export type Holiday = Weekly["holidays"][number];

export const WEEKDAYS: Day[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
export const DAYS: Day[] = [...WEEKDAYS, "saturday", "sunday"];
export const DAY_NAMES: Record<Day, string> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

/** Of one day; the server refuses more. */
export const WINDOWS_MAX = 12;

const USUAL: Window = { from: "09:00", to: "17:00" };
const BLANK: Window = { from: "", to: "" };

/** Monday to Friday, nine to five. */
export function usualHours(time_zone: string): Weekly {
  const week = Object.fromEntries(DAYS.map((day) => [day, WEEKDAYS.includes(day) ? [USUAL] : []])) as unknown as Week;
  return { time_zone, week, holidays: [] };
}

/** A day's first window is the usual one; a further one is for the person to write. */
export function withOneMore(windows: Window[]): Window[] {
  return [...windows, windows.length === 0 ? USUAL : BLANK];
}

export function withDay(weekly: Weekly, day: Day, windows: Window[]): Weekly {
  return { ...weekly, week: { ...weekly.week, [day]: windows } };
}

export function copiedToWeekdays(weekly: Weekly, from: Day): Weekly {
  const copies = WEEKDAYS.map((day) => [day, weekly.week[from].map((window) => ({ ...window }))]);
  return { ...weekly, week: { ...weekly.week, ...Object.fromEntries(copies) } };
}

/** The next date to write: closed all day, as most are. */
export function withHoliday(weekly: Weekly): Weekly {
  return { ...weekly, holidays: [...weekly.holidays, { date: "", name: "", windows: [] }] };
}

export function withHolidayAs(weekly: Weekly, at: number, part: Partial<Holiday>): Weekly {
  return { ...weekly, holidays: weekly.holidays.map((holiday, index) => (index === at ? { ...holiday, ...part } : holiday)) };
}

/** Midnight at the end of a day, in the only way in which a time input can show it. */
export function shownEnd(to: string): string {
  return to === "24:00" ? "00:00" : to;
}

export function isAllDay({ from, to }: Window): boolean {
  return from === "00:00" && shownEnd(to) === "00:00";
}

/** As it is sent: from midnight to midnight is a whole day, not an empty window. */
export function sentWindow(window: Window): Window {
  return isAllDay(window) ? { ...window, to: "24:00" } : window;
}

export function sentHours(hours: Hours): Hours {
  if (hours === "always") return hours;
  const { week, holidays } = hours.weekly;
  const days = DAYS.map((day) => [day, week[day].map(sentWindow)]);
  return {
    weekly: {
      ...hours.weekly,
      week: Object.fromEntries(days) as unknown as Week,
      holidays: holidays.map((holiday) => ({
        ...holiday,
        name: holiday.name?.trim() ?? "",
        windows: holiday.windows?.map(sentWindow) ?? [],
      })),
    },
  };
}
