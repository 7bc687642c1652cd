//! The jobs that this process is doing. A clock that jumps past a lease must not make it begin one of them once more.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use handover::Timestamp;

/// Each with the end of its lease.
#[derive(Clone, Default)]
pub(super) struct Held(Arc<Mutex<HashMap<i64, Timestamp>>>);

/// Until it is dropped, the job is being done here.
pub(super) struct Hold {
    pub(super) held: Held,
    job: i64,
}

impl Held {
    pub(super) fn begin(&self, job: i64, until: Timestamp) -> Hold {
        self.lock().insert(job, until);
        Hold { held: self.clone(), job }
    }

    /// Those whose lease is over.
    pub(super) fn past(&self, now: Timestamp) -> Vec<i64> {
        self.lock().iter().filter(|(_, until)| **until <= now).map(|(job, _)| *job).collect()
    }

    pub(super) fn renewed(&self, jobs: &[i64], until: Timestamp) {
        let mut held = self.lock();
        for job in jobs {
            if let Some(lease) = held.get_mut(job) {
                *lease = until;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<i64, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.held.lock().remove(&self.job);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_is_done_is_not_held_any_more() {
        let held = Held::default();
        let (first, second) = (held.begin(1, Timestamp(10)), held.begin(2, Timestamp(20)));
        assert_eq!(held.past(Timestamp(10)), [1]);
        held.renewed(&[1], Timestamp(30));
        assert_eq!(held.past(Timestamp(20)), [2]);
        drop(second);
        assert!(held.past(Timestamp(20)).is_empty());
        drop(first);
        assert!(held.past(Timestamp(30)).is_empty());
    }
}
