// What can be seen to be wrong with business hours before the server is asked. Fields are named as the server names them.
import { DAY_NAMES, DAYS, isAllDay, type Hours, type Window } from "./week";

interface Wrong {
  field: string;
  message: string;
  /** Not wrong, only not written yet. */
  missing?: true;
}

export function checkHours(hours: Hours): Wrong[] {
  if (hours === "always") return [];
  const { week, holidays } = hours.weekly;
  return [
    ...DAYS.flatMap((day) => checkWindows(`week.${day}`, week[day], DAY_NAMES[day])),
    ...holidays.flatMap(({ date, name, windows }, at) => [
      ...(date === "" ? [{ field: `holidays[${at}].date`, message: "Enter the date of the holiday, or remove it.", missing: true as const }] : []),
      ...checkWindows(`holidays[${at}].windows`, windows ?? [], name || "the holiday"),
    ]),
  ];
}

function checkWindows(field: string, windows: Window[], of: string): Wrong[] {
  return windows.flatMap((window, at) => checkWindow(`${field}[${at}]`, window, of));
}

function checkWindow(field: string, window: Window, of: string): Wrong[] {
  const blank = (["from", "to"] as const).find((end) => window[end] === "");
  if (blank) return [{ field: `${field}.${blank}`, message: `Enter when the hours of ${of} begin and end, or remove them.`, missing: true }];
  if (window.from === window.to && !isAllDay(window)) {
    const message = `Let the hours of ${of} end at another time than they begin. For the whole day, enter 00:00 twice.`;
    return [{ field: `${field}.to`, message }];
  }
  return [];
}
