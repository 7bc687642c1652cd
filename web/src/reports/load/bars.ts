// The load as bars: each hour of one day, or each day of more, by the clock and the calendar of the reader.
import type { Report } from "../../api";

export interface Bar {
  /** When it begins. */
  at: number;
  /** Under the bar, short. */
  tick: string;
  /** In full, for who hears it or points at it. */
  title: string;
  episodes: number;
  handovers: number;
}

type Hours = Report["hours"];

/** Of more hours than these, each is too small to be seen. */
const HOURS_SHOWN = 24;
/** Of no more than these, the name of the day says which one it is. One may have an hour more. */
const WEEK = 7 * 24 + 1;

export function unitOf(hours: Hours): "hour" | "day" {
  return hours.length <= HOURS_SHOWN ? "hour" : "day";
}

/** `timeZone`: another than the reader's. */
export function barsOf(hours: Hours, timeZone?: string): Bar[] {
  return unitOf(hours) === "hour" ? byHour(hours, timeZone) : byDay(hours, timeZone);
}

function byHour(hours: Hours, timeZone: string | undefined): Bar[] {
  const tick = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timeZone);
  const title = format({ weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timeZone);
  return hours.map((hour) => ({ ...hour, tick: tick(hour.at), title: title(hour.at) }));
}

function byDay(hours: Hours, timeZone: string | undefined): Bar[] {
  const day = format({ year: "numeric", month: "2-digit", day: "2-digit" }, timeZone);
  const tick = format(hours.length <= WEEK ? { weekday: "short" } : { day: "numeric", month: "short" }, timeZone);
  const title = format({ weekday: "short", day: "numeric", month: "short" }, timeZone);
  const bars = new Map<string, Bar>();
  for (const { at, episodes, handovers } of hours) {
    const key = day(at);
    const bar = bars.get(key) ?? { at, tick: tick(at), title: title(at), episodes: 0, handovers: 0 };
    bars.set(key, { ...bar, episodes: bar.episodes + episodes, handovers: bar.handovers + handovers });
  }
  return [...bars.values()];
}

function format(options: Intl.DateTimeFormatOptions, timeZone: string | undefined) {
  const formatted = new Intl.DateTimeFormat(undefined, timeZone === undefined ? options : { ...options, timeZone });
  return (at: number) => formatted.format(at);
}

/** The highest line of the drawing: a round number that nothing is above. */
export function roundAbove(most: number): number {
  if (most <= 4) return Math.max(1, most);
  const size = 10 ** Math.floor(Math.log10(most));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * size >= most) ?? 10;
  return step * size;
}
