// Days and times of day in words, for lists and day separators.
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: "short" });
const SHORT_DATE = new Intl.DateTimeFormat(undefined, { dateStyle: "short" });
const LONG_DATE = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const LONG_DATE_AND_YEAR = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });
const DAY_MS = 86_400_000;

export function timeOfDay(at: number): string {
  return TIME.format(at);
}

/** The time for today, the weekday for this week, the date for what is older. */
export function shortTime(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return TIME.format(at);
  return days < 7 ? WEEKDAY.format(at) : SHORT_DATE.format(at);
}

export function dayInWords(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? LONG_DATE : LONG_DATE_AND_YEAR).format(at);
}

export function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / DAY_MS);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
