// When a snoozed conversation comes back, in the zone of whoever looks. Pure.
import { daysBetween, timeOfDay } from "../days";

export interface SnoozeTime {
  id: string;
  label: string;
  at: number;
}

const MORNING = 9;
const LATER_HOURS = 3;
const HALF_HOUR_MS = 30 * 60_000;
const EVENING = 21;
const MONDAY = 1;
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: "short" });
const DATE = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** Only what still makes sense: nothing is later today at ten in the evening, and next week may begin tomorrow. */
export function snoozeTimes(now: number): SnoozeTime[] {
  const later = Math.ceil(inHours(now, LATER_HOURS) / HALF_HOUR_MS) * HALF_HOUR_MS;
  const isToday = daysBetween(now, later) === 0 && new Date(later).getHours() < EVENING;
  const tomorrow = morningIn(now, 1);
  const monday = morningIn(now, daysUntilMonday(now));
  return [
    ...(isToday ? [{ id: "today", label: "Later today", at: later }] : []),
    { id: "tomorrow", label: "Tomorrow", at: tomorrow },
    ...(monday === tomorrow ? [] : [{ id: "week", label: "Next week", at: monday }]),
  ];
}

/** "until 15:30", "until tomorrow 09:00", "until Mon 09:00", "until 3 Mar 09:00". */
export function untilInWords(until: number, now: number): string {
  const days = daysBetween(now, until);
  const time = timeOfDay(until);
  if (days <= 0) return `until ${time}`;
  if (days === 1) return `until tomorrow ${time}`;
  return `until ${(days < 7 ? WEEKDAY : DATE).format(until)} ${time}`;
}

/** As a field for date and time holds it. */
export function fieldValue(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Null when it is no time, or not one to come. */
export function timeIn(field: string, now: number): number | null {
  const at = new Date(field).getTime();
  return Number.isNaN(at) || at <= now ? null : at;
}

/** By the calendar, so that nine is nine also when the clocks change. */
export function morningIn(now: number, days: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, MORNING).getTime();
}

function inHours(now: number, hours: number): number {
  return now + hours * 3_600_000;
}

function daysUntilMonday(now: number): number {
  return ((MONDAY + 7 - new Date(now).getDay() - 1) % 7) + 1;
}
