// Writes times and days in the visitor's language, as is usual where they live.

export interface Clock {
  time(at: number): string;
  day(at: number): string;
  /** The time of today, the day of what is older. */
  short(at: number): string;
}

export function createClock(language: string, today: string): Clock {
  const locale = localeOf(language);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const day = writer(locale, { weekday: "long", day: "numeric", month: "long" });
  const shortDay = writer(locale, { day: "numeric", month: "short" });
  const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString();
  return {
    time: (at) => time.format(at),
    day: (at) => (isToday(at) ? today : day(at)),
    short: (at) => (isToday(at) ? time.format(at) : shortDay(at)),
  };
}

/** The year is said where it is another one. */
function writer(locale: string, parts: Intl.DateTimeFormatOptions): (at: number) => string {
  const [running, other] = [parts, { ...parts, year: "numeric" } as const].map((parts) => new Intl.DateTimeFormat(locale, parts));
  return (at) => (new Date(at).getFullYear() === new Date().getFullYear() ? running! : other!).format(at);
}

/** The browser's own locale where it is of this language: 14:05 in en-GB, 2:05 PM in en-US. */
function localeOf(language: string): string {
  return navigator.languages.find((locale) => locale.startsWith(`${language}-`)) ?? language;
}
