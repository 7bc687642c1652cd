//! Business hours that were read and found right: what they answer for a moment.

use handover::Timestamp;

use super::{rota::Rota, wall_clock::on_the_wall};

#[derive(Clone, Debug)]
pub struct Timetable {
    /// Absent: always open.
    pub(super) rota: Option<Rota>,
}

/// When it opens next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub day: OpeningDay,
    /// `HH:MM`, in the time zone of the hours.
    pub time: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpeningDay {
    Today,
    Tomorrow,
    /// Within a week; counted from Monday.
    ThisWeek(usize),
    /// `YYYY-MM-DD`.
    Later(String),
}

impl Timetable {
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.rota.as_ref().is_none_or(|rota| rota.is_open(now))
    }

    /// The next opening after `now`. `None` if it is open now, or does not open within a year.
    #[must_use]
    pub fn opens_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.rota.as_ref()?.opens_at(now)
    }

    /// The same by the clock on the wall there, as people speak of it.
    #[must_use]
    pub fn opening(&self, now: Timestamp) -> Option<Opening> {
        let rota = self.rota.as_ref()?;
        let (days, opens) = on_the_wall(&rota.zone, now, rota.opens_at(now)?)?;
        let day = match days {
            0 => OpeningDay::Today,
            1 => OpeningDay::Tomorrow,
            2..=6 => OpeningDay::ThisWeek(usize::from(opens.weekday().to_monday_zero_offset().unsigned_abs())),
            _ => OpeningDay::Later(opens.date().to_string()),
        };
        Some(Opening { day, time: format!("{:02}:{:02}", opens.hour(), opens.minute()) })
    }

    /// The first moment after `now` that is closed. `None` if it is closed now, or does not close within a year.
    #[must_use]
    pub fn closes_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.rota.as_ref()?.closes_at(now)
    }

    /// When what [`Self::is_open`] answers changes next. `None` if it does not within a year.
    #[must_use]
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        self.closes_at(now).or_else(|| self.opens_at(now))
    }

    /// The name of today's holiday by the time zone's calendar, also while it is open for special hours or for what
    /// began the evening before. May be empty.
    #[must_use]
    pub fn holiday(&self, now: Timestamp) -> Option<&str> {
        self.rota.as_ref()?.holiday(now)
    }
}
