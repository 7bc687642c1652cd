// How far back a report looks, and from which moment that is.
export const PERIODS = [
  { days: 1, label: "Last 24 hours" },
  { days: 7, label: "Last 7 days" },
  { days: 30, label: "Last 30 days" },
] as const;

export type Days = (typeof PERIODS)[number]["days"];

const USUAL: Days = 7;
const HOURS = 24;

/** As the address says it; a week when it says nothing that we know. */
export function daysNamed(name: string | null): Days {
  return PERIODS.find(({ days }) => String(days) === name)?.days ?? USUAL;
}

/** Whole hours of the last day, whole days of more, today and this hour included: half a bar would look like a quiet one. */
export function beginOf(days: Days, now_ms: number): number {
  const begin = new Date(now_ms);
  if (days === 1) {
    begin.setMinutes(0, 0, 0);
    return begin.getTime() - (HOURS - 1) * 3_600_000;
  }
  begin.setHours(0, 0, 0, 0);
  begin.setDate(begin.getDate() - (days - 1));
  return begin.getTime();
}
