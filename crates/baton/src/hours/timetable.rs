//! Business hours that were read and found right: what they answer for a moment.

use handover::Timestamp;

use super::rota::Rota;

#[derive(Clone, Debug)]
pub struct Timetable {
    /// Absent: always open.
    pub(super) rota: Option<Rota>,
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
