//! From hours as they were written to a timetable, or to all that is wrong with them at once.

use std::{collections::BTreeMap, fmt};

use jiff::{civil::Date, tz::TimeZone};

use super::{
    Holiday, Hours, Problem, Timetable, Trouble, Week, Weekly, Window,
    rota::{Rota, Span, Special},
    settings::{HOLIDAY_NAME_MAX_CHARS, HOLIDAYS_MAX, WINDOWS_A_DAY_MAX},
    wall_clock::{MINUTES_A_DAY, zone},
};

impl Hours {
    /// All that is wrong; empty if [`Self::timetable`] can be made.
    #[must_use]
    pub fn check(&self) -> Vec<Trouble> {
        self.timetable().err().unwrap_or_default()
    }

    /// # Errors
    /// All that is wrong: never an empty list.
    pub fn timetable(&self) -> Result<Timetable, Vec<Trouble>> {
        match self {
            Self::Always => Ok(Timetable { rota: None }),
            Self::Weekly(weekly) => Reader::default().read(weekly).map(|rota| Timetable { rota: Some(rota) }),
        }
    }
}

/// Where windows stand; shown as the field.
#[derive(Clone, Copy)]
enum Day {
    Week(&'static str),
    Holiday(usize),
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week(name) => write!(out, "week.{name}"),
            Self::Holiday(index) => write!(out, "holidays[{index}].windows"),
        }
    }
}

#[derive(Default)]
struct Reader {
    troubles: Vec<Trouble>,
}

impl Reader {
    fn read(mut self, weekly: &Weekly) -> Result<Rota, Vec<Trouble>> {
        let zone = self.zone(&weekly.time_zone);
        let week = self.week(&weekly.week);
        let holidays = self.holidays(&weekly.holidays);
        match zone {
            Some(zone) if self.troubles.is_empty() => Ok(Rota { zone, week, holidays }),
            Some(_) | None => Err(self.troubles),
        }
    }

    fn zone(&mut self, name: &str) -> Option<TimeZone> {
        let zone = zone(name);
        if zone.is_none() {
            self.note("time_zone", Problem::UnknownZone);
        }
        zone
    }

    fn week(&mut self, week: &Week) -> [Vec<Span>; 7] {
        let days = week.days();
        let spans = days.map(|(name, windows)| self.windows(Day::Week(name), windows));
        for (index, (name, _)) in days.iter().enumerate() {
            let before = (index + 6) % 7;
            self.tails(Day::Week(name), &spans[index], (Day::Week(days[before].0), &spans[before]));
        }
        spans
    }

    fn holidays(&mut self, holidays: &[Holiday]) -> BTreeMap<Date, Special> {
        let mut dates = BTreeMap::new();
        if holidays.len() > HOLIDAYS_MAX {
            self.note("holidays", Problem::TooManyHolidays);
            return BTreeMap::new();
        }
        for (index, holiday) in holidays.iter().enumerate() {
            self.holiday(index, holiday, &mut dates);
        }
        dates.into_iter().map(|(date, (_, special))| (date, special)).collect()
    }

    fn holiday(&mut self, index: usize, holiday: &Holiday, dates: &mut BTreeMap<Date, (usize, Special)>) {
        if holiday.name.chars().count() > HOLIDAY_NAME_MAX_CHARS {
            self.note(format!("holidays[{index}].name"), Problem::LongName);
        }
        let spans = self.windows(Day::Holiday(index), &holiday.windows);
        let Some(date) = date(&holiday.date) else {
            return self.note(format!("holidays[{index}].date"), Problem::NotADate);
        };
        if let Some((other, _)) = dates.get(&date) {
            let other = format!("holidays[{other}]");
            return self.note(format!("holidays[{index}].date"), Problem::SameDate { other });
        }
        dates.insert(date, (index, Special { name: holiday.name.clone(), spans }));
    }

    /// Empty as long as one of them cannot be read: overlaps with the others show once it can.
    fn windows(&mut self, day: Day, windows: &[Window]) -> Vec<Span> {
        if windows.len() > WINDOWS_A_DAY_MAX {
            self.note(day.to_string(), Problem::TooManyWindows);
            return Vec::new();
        }
        let spans: Vec<Option<Span>> =
            windows.iter().enumerate().map(|(index, window)| self.window(day, index, window)).collect();
        let spans: Vec<Span> = spans.into_iter().collect::<Option<_>>().unwrap_or_default();
        for (index, span) in spans.iter().enumerate() {
            if let Some(other) = spans[..index].iter().position(|other| span.overlaps(*other)) {
                self.note(format!("{day}[{index}]"), Problem::Overlaps { other: format!("{day}[{other}]") });
            }
        }
        spans
    }

    fn window(&mut self, day: Day, index: usize, window: &Window) -> Option<Span> {
        let from = minutes(&window.from);
        let to = minutes(&window.to);
        if from.is_none() {
            self.note(format!("{day}[{index}].from"), Problem::NotATime);
        }
        if to.is_none() {
            self.note(format!("{day}[{index}].to"), Problem::NotATime);
        }
        match from.zip(to)? {
            (MINUTES_A_DAY, _) => self.note(format!("{day}[{index}].from"), Problem::BeginsAtTheEnd),
            (from, to) if from == to => self.note(format!("{day}[{index}]"), Problem::Empty),
            (from, to) => return Some(Span { from, to: if to < from { to + MINUTES_A_DAY } else { to } }),
        }
        None
    }

    /// Windows of one weekday against what the weekday before leaves over after midnight.
    fn tails(&mut self, day: Day, spans: &[Span], (before, late): (Day, &[Span])) {
        for (index, span) in spans.iter().enumerate() {
            let past_midnight = |late: &Span| late.to > span.from + MINUTES_A_DAY;
            if let Some(other) = late.iter().position(past_midnight) {
                self.note(format!("{day}[{index}]"), Problem::Overlaps { other: format!("{before}[{other}]") });
            }
        }
    }

    fn note(&mut self, field: impl Into<String>, problem: Problem) {
        self.troubles.push(Trouble { field: field.into(), problem });
    }
}

impl Span {
    fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

fn minutes(text: &str) -> Option<u16> {
    let [h1, h2, b':', m1, m2] = *text.as_bytes() else { return None };
    let [h1, h2, m1, m2] = [h1, h2, m1, m2].map(|digit| char::from(digit).to_digit(10));
    let hour = h1? * 10 + h2?;
    let minute = m1? * 10 + m2?;
    let minutes = u16::try_from(hour * 60 + minute).ok()?;
    (minute < 60 && minutes <= MINUTES_A_DAY).then_some(minutes)
}

/// Only as it would be written again: the parser would take other spellings as well.
fn date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|date: &Date| date.to_string() == text)
}

#[cfg(test)]
mod tests;
