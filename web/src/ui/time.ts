// Times and sizes in words for people, in the browser's language.
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const STEPS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const DAYS_IN_WORDS = 7;

/** "5 minutes ago", "yesterday"; the date when it is longer than a week. */
export function ago(at_ms: number, now_ms = Date.now()): string {
  const passed = now_ms - at_ms;
  if (passed > DAYS_IN_WORDS * 86_400_000) return dateTime(at_ms);
  for (const [unit, ms] of STEPS) {
    if (passed >= ms) return RELATIVE.format(-Math.floor(passed / ms), unit);
  }
  return "just now";
}

export function dateTime(at_ms: number): string {
  return FULL.format(at_ms);
}

/** "20 seconds", "3 minutes": rounded up, as estimates should be. */
export function duration(ms: number): string {
  if (ms > 5_400_000) return counted(Math.ceil(ms / 3_600_000), "hour");
  if (ms > 55_000) return counted(Math.ceil(ms / 60_000), "minute");
  return counted(Math.max(5, Math.ceil(ms / 5_000) * 5), "second");
}

function counted(count: number, unit: string): string {
  return new Intl.NumberFormat(undefined, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

const UNITS = [
  { unit: "d", ms: 86_400_000 },
  { unit: "h", ms: 3_600_000 },
  { unit: "min", ms: 60_000 },
  { unit: "s", ms: 1_000 },
];

/** "42 s", "3 min 20 s", "1 h 5 min", "2 d": the two largest units, the smaller one only when it says something. */
export function lasting(ms: number | null): string {
  if (ms === null) return "–";
  let rest = Math.round(ms / 1_000) * 1_000;
  if (rest === 0) return ms > 0 ? "under 1 s" : "0 s";
  const largest = UNITS.findIndex((one) => rest >= one.ms);
  const parts: string[] = [];
  for (const { unit, ms: size } of UNITS.slice(largest, largest + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}\u00a0${unit}`);
  }
  return parts.join(" ");
}

/** "312 B", "1.2 kB", "5 MB". */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${rounded(bytes / 1_000)} kB`;
  return `${rounded(bytes / 1_000_000)} MB`;
}

function rounded(count: number): number {
  return Math.round(count * 10) / 10;
}
