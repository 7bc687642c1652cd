//! Which stretches a week with holidays is open, day by day and from one moment on.

use std::collections::BTreeMap;

use handover::Timestamp;
use jiff::{civil::Date, tz::TimeZone};

use super::wall_clock::{date_at, first, last};

/// How far ahead a change is looked for: a year, the longer kind.
const HORIZON_DAYS: usize = 366;
const HORIZON_MS: i64 = HORIZON_DAYS as i64 * 24 * 60 * 60 * 1000;

#[derive(Clone, Debug)]
pub(super) struct Rota {
    pub(super) zone: TimeZone,
    /// From Monday.
    pub(super) week: [Vec<Span>; 7],
    pub(super) holidays: BTreeMap<Date, Special>,
}

/// In minutes since the date's 00:00; `to` is later than `from`, and past midnight where it exceeds a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: u16,
    pub(super) to: u16,
}

#[derive(Clone, Debug)]
pub(super) struct Special {
    pub(super) name: String,
    pub(super) spans: Vec<Span>,
}

#[derive(Clone, Copy)]
struct Stretch {
    opens: Timestamp,
    closes: Timestamp,
}

impl Rota {
    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        self.around(now).any(|stretch| stretch.contains(now))
    }

    /// The first opening after `now`, if it is closed then.
    pub(super) fn opens_at(&self, now: Timestamp) -> Option<Timestamp> {
        if self.is_open(now) {
            return None;
        }
        self.days_from(now).find_map(|date| self.first_opening(date, now))
    }

    /// The end of the stretch that `now` is in, with all that follow without a break.
    pub(super) fn closes_at(&self, now: Timestamp) -> Option<Timestamp> {
        let mut end = self.open_until(now)?;
        while end <= now.plus(HORIZON_MS) {
            match self.open_until(end) {
                Some(later) => end = later,
                None => return Some(end),
            }
        }
        None
    }

    pub(super) fn holiday(&self, now: Timestamp) -> Option<&str> {
        self.holidays.get(&date_at(&self.zone, now)).map(|special| special.name.as_str())
    }

    /// The end of one window there; another may begin at or before it.
    fn open_until(&self, at: Timestamp) -> Option<Timestamp> {
        self.around(at).find(|stretch| stretch.contains(at)).map(|stretch| stretch.closes)
    }

    /// All that can contain the moment: windows run less than a day past midnight, and a clock that is put back over
    /// midnight shows the next day's first minute a first time before the day's last hour is over.
    fn around(&self, at: Timestamp) -> impl Iterator<Item = Stretch> {
        let today = date_at(&self.zone, at);
        let days = [today.yesterday().ok(), Some(today), today.tomorrow().ok()];
        days.into_iter().flatten().flat_map(|date| self.stretches(date))
    }

    /// From today, as far as an opening is looked for.
    fn days_from(&self, now: Timestamp) -> impl Iterator<Item = Date> {
        date_at(&self.zone, now).series(jiff::Span::new().days(1)).take(HORIZON_DAYS + 1)
    }

    fn first_opening(&self, date: Date, after: Timestamp) -> Option<Timestamp> {
        self.stretches(date).map(|stretch| stretch.opens).filter(|opens| *opens > after).min()
    }

    fn stretches(&self, date: Date) -> impl Iterator<Item = Stretch> {
        self.spans(date).iter().filter_map(move |span| {
            let opens = first(&self.zone, date, span.from)?;
            let closes = last(&self.zone, date, span.to)?;
            // Equal where the clock jumps over the whole window.
            (opens < closes).then_some(Stretch { opens, closes })
        })
    }

    fn spans(&self, date: Date) -> &[Span] {
        match self.holidays.get(&date) {
            Some(special) => &special.spans,
            None => &self.week[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())],
        }
    }
}

impl Stretch {
    fn contains(self, at: Timestamp) -> bool {
        self.opens <= at && at < self.closes
    }
}
