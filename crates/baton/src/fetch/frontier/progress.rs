//! How far a crawl is, and whether it goes on.

use super::{
    super::robots::Robots,
    pace::{Pace, pause_ms},
};

/// After as many failures in a row a site is left alone until the next crawl; what is queued waits for it.
const FAILURES_MAX: u32 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// The next page may be fetched from this time on.
    GoesOn {
        not_before_ms: i64,
    },
    Done,
    /// The site does not work.
    GivenUp,
}

/// Counted from the rows of a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub queued: usize,
    /// Fetched or decided in this crawl.
    pub settled: usize,
    /// Since this crawl began.
    pub elapsed_ms: i64,
}

impl Progress {
    #[must_use]
    pub fn course(self, pace: Pace) -> Course {
        match (self.queued, pace.failures) {
            (0, _) => Course::Done,
            (_, FAILURES_MAX..) => Course::GivenUp,
            (_, 0..FAILURES_MAX) => Course::GoesOn { not_before_ms: pace.not_before_ms },
        }
    }

    /// How long what is queued will take at the rate so far, never less than politeness asks for. Pages that are
    /// still to be found are not in it.
    #[must_use]
    pub fn remaining_ms(self, robots: &Robots) -> i64 {
        let queued = i64::try_from(self.queued).unwrap_or(i64::MAX);
        let settled = i64::try_from(self.settled).unwrap_or(i64::MAX);
        let each = self.elapsed_ms.max(0).checked_div(settled).unwrap_or(0).max(pause_ms(robots));
        queued.saturating_mul(each)
    }
}
