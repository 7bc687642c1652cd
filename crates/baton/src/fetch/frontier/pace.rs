//! How often a site is asked: never faster than it wishes, and ever more rarely while it fails.

use super::super::{error::FetchError, robots::Robots};

/// Between two requests of one site, whatever it wishes.
pub const PAUSE_MIN_MS: i64 = 1_000;
/// After failures in a row, at most.
const BACKOFF_MAX_MS: i64 = 5 * 60 * 1_000;
/// A site that asks for a longer rest is tried after this all the same.
const WAIT_MAX_MS: i64 = 60 * 60 * 1_000;

/// When a site may be asked again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    pub not_before_ms: i64,
    /// Requests in a row that told of the site, not of one page, that it does not work.
    pub failures: u32,
}

impl Pace {
    /// After an answer.
    #[must_use]
    pub fn answered(robots: &Robots, now_ms: i64) -> Self {
        Self { not_before_ms: now_ms + pause_ms(robots), failures: 0 }
    }

    /// After a failure; one that is the page's own is an answer.
    #[must_use]
    pub fn failed(self, error: &FetchError, robots: &Robots, now_ms: i64) -> Self {
        if !error.is_passing() && *error != FetchError::Certificate {
            return Self::answered(robots, now_ms);
        }
        let pause = pause_ms(robots);
        let doubled = pause.saturating_mul(1 << self.failures.min(16)).min(BACKOFF_MAX_MS).max(pause);
        let asked = if let FetchError::Busy { wait: Some(wait) } = error { wait.as_millis() } else { 0 };
        let asked = i64::try_from(asked).unwrap_or(WAIT_MAX_MS);
        Self { not_before_ms: now_ms + doubled.max(asked.min(WAIT_MAX_MS)), failures: self.failures.saturating_add(1) }
    }
}

pub(super) fn pause_ms(robots: &Robots) -> i64 {
    robots.delay_ms().unwrap_or(0).max(PAUSE_MIN_MS)
}
