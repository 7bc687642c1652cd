import { describe, expect, it } from "vitest";
import { checkHours } from "./checkHours";
import {
  copiedToWeekdays,
  DAYS,
  sentHours,
  shownEnd,
  usualHours,
  withDay,
  withHoliday,
  withHolidayAs,
  withOneMore,
  type Window,
} from "./week";

const USUAL = usualHours("Europe/Berlin");
const LATE: Window = { from: "22:00", to: "06:00" };

const wrong = (windows: Window[]) => checkHours({ weekly: withDay(USUAL, "monday", windows) }).map(({ field }) => field);

describe("hours that are switched on", () => {
  it("are nine to five, Monday to Friday, in the time zone that is given", () => {
    expect(USUAL.time_zone).toBe("Europe/Berlin");
    expect(DAYS.map((day) => USUAL.week[day].length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(USUAL.week.friday).toEqual([{ from: "09:00", to: "17:00" }]);
    expect(checkHours({ weekly: USUAL })).toEqual([]);
  });
});

describe("a day", () => {
  it("starts with the usual hours, and leaves the next ones to whoever adds them", () => {
    const two = withOneMore(withOneMore([]));
    expect(two).toEqual([
      { from: "09:00", to: "17:00" },
      { from: "", to: "" },
    ]);
  });

  it("is copied to the weekdays, and to no other day", () => {
    const { week } = copiedToWeekdays(withDay(USUAL, "monday", [LATE]), "monday");
    expect(DAYS.map((day) => week[day])).toEqual([[LATE], [LATE], [LATE], [LATE], [LATE], [], []]);
  });

  it("that is closed closes the weekdays when it is copied", () => {
    const { week } = copiedToWeekdays(withDay(USUAL, "monday", []), "monday");
    expect(DAYS.flatMap((day) => week[day])).toEqual([]);
  });
});

describe("a holiday", () => {
  it("is closed all day at first, and changes alone", () => {
    const two = withHoliday(withHoliday(USUAL));
    const named = withHolidayAs(two, 1, { date: "2026-12-25" });
    expect(named.holidays).toEqual([
      { date: "", name: "", windows: [] },
      { date: "2026-12-25", name: "", windows: [] },
    ]);
    expect(checkHours({ weekly: named }).map(({ field }) => field)).toEqual(["holidays[0].date"]);
  });
});

describe("midnight", () => {
  it("is shown as 00:00 at the end of a day", () => {
    expect(shownEnd("24:00")).toBe("00:00");
    expect(shownEnd("17:00")).toBe("17:00");
  });

  it("to midnight is sent as a whole day, and is not empty", () => {
    const day = [{ from: "00:00", to: "00:00" }];
    expect(wrong(day)).toEqual([]);
    const sent = sentHours({ weekly: withDay(USUAL, "monday", day) });
    expect(sent !== "always" && sent.weekly.week.monday).toEqual([{ from: "00:00", to: "24:00" }]);
  });

  it("may be the end of any other hours", () => {
    const sent = sentHours({ weekly: withDay(USUAL, "monday", [{ from: "18:00", to: "00:00" }]) });
    expect(sent !== "always" && sent.weekly.week.monday).toEqual([{ from: "18:00", to: "00:00" }]);
  });
});

describe("hours before they are sent", () => {
  it("may run past midnight", () => {
    expect(wrong([LATE])).toEqual([]);
  });

  it("need both of their times, and two different ones", () => {
    expect(wrong([{ from: "", to: "" }])).toEqual(["week.monday[0].from"]);
    expect(wrong([LATE, { from: "09:00", to: "" }])).toEqual(["week.monday[1].to"]);
    expect(wrong([{ from: "09:00", to: "09:00" }])).toEqual(["week.monday[0].to"]);
  });

  it("are needed on a holiday that is not closed", () => {
    const weekly = withHolidayAs(withHoliday(USUAL), 0, { date: "2026-12-24", windows: [{ from: "09:00", to: "" }] });
    expect(checkHours({ weekly }).map(({ field }) => field)).toEqual(["holidays[0].windows[0].to"]);
  });

  it("lose the spaces around a holiday's name", () => {
    const sent = sentHours({ weekly: withHolidayAs(withHoliday(USUAL), 0, { name: " Christmas Day " }) });
    expect(sent !== "always" && sent.weekly.holidays[0]?.name).toBe("Christmas Day");
    expect(sentHours("always")).toBe("always");
  });
});
