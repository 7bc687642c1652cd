// Writes times and days in the visitor's language.

export interface Clock {
  time(at: number): string;
  day(at: number): string;
  /** The time of today, the day of what is older. */
  short(at: number): string;
}

export function createClock(language: string, today: string): Clock {
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
  const shortDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
  const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString();
  return {
    time: (at) => time.format(at),
    day: (at) => (isToday(at) ? today : day.format(at)),
    short: (at) => (isToday(at) ? time : shortDay).format(at),
  };
}
