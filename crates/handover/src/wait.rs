//! How long a customer in the queue will probably wait, from what is known now: the slots of the
//! agents on duty, how long conversations took lately, and how many people are ahead.
//! `handling` is how long a conversation takes, `draw` is chance that is always the same, `run`
//! lets the queue go on many times. Rounding and words are left to who shows it.

mod draw;
mod handling;
#[cfg(test)]
mod laws;
mod run;

use handling::Handling;

/// Fewer finished conversations than this say too little about how long the next one takes.
pub const HANDLED_MIN: usize = 10;
/// Older ones than the newest so many are not looked at.
pub const HANDLED_MAX: usize = 200;
/// With more people ahead than this, the agents on duty now say little about the end of the wait.
pub const AHEAD_MAX: usize = 1_000;
/// Slots beyond so many are not looked at; the estimate is then a little too long, never too short.
pub const SLOTS_MAX: usize = 1_000;

/// Room for one conversation with an agent who is on duty and may get this customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    Free,
    /// A conversation has been running in it for so many milliseconds.
    Held {
        for_ms: i64,
    },
}

/// From now until an agent has the conversation: with a chance of one half not longer than `p50_ms`,
/// with a chance of nine tenths not longer than `p90_ms`. Milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wait {
    pub p50_ms: i64,
    pub p90_ms: i64,
}

/// `handled_ms`: how long finished conversations took from assignment to end, milliseconds, newest
/// first. `ahead`: who is assigned before this customer. `None`: it cannot be said yet, because
/// nobody is on duty, fewer than [`HANDLED_MIN`] conversations were seen or more than [`AHEAD_MAX`]
/// people are ahead. The same arguments give the same answer. More people ahead never make it
/// shorter; slots that are added at the end never make it longer. Keep the order of the slots from call
/// to call, and the estimate moves as time does.
#[must_use]
pub fn expected_wait(slots: &[Slot], handled_ms: &[i64], ahead: usize) -> Option<Wait> {
    if slots.iter().filter(|slot| **slot == Slot::Free).count() > ahead {
        return Some(Wait { p50_ms: 0, p90_ms: 0 });
    }
    if slots.is_empty() || ahead > AHEAD_MAX || handled_ms.len() < HANDLED_MIN {
        return None;
    }
    let handling = Handling::seen(&handled_ms[..handled_ms.len().min(HANDLED_MAX)]);
    Some(run::run(&slots[..slots.len().min(SLOTS_MAX)], &handling, ahead))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    const MINUTE_MS: i64 = 60_000;

    fn held_for(minutes: &[i64]) -> Vec<Slot> {
        minutes.iter().map(|minutes| Slot::Held { for_ms: minutes * MINUTE_MS }).collect()
    }

    /// Half below 8 minutes, some above 40.
    fn mixed() -> Vec<i64> {
        (0..200_i64).map(|at| MINUTE_MS + at * at * MINUTE_MS / 1_000).collect()
    }

    #[test]
    fn who_finds_a_free_agent_does_not_wait() {
        assert_eq!(expected_wait(&[Slot::Free], &[], 0), Some(Wait { p50_ms: 0, p90_ms: 0 }));
    }

    #[test]
    fn a_free_slot_is_for_those_ahead() {
        assert!(expected_wait(&[Slot::Free], &mixed(), 1).is_some_and(|wait| wait.p50_ms > 0));
    }

    #[test]
    fn with_nobody_on_duty_nothing_can_be_said() {
        assert_eq!(expected_wait(&[], &mixed(), 0), None);
    }

    #[test]
    fn nine_conversations_say_too_little_and_ten_enough() {
        let slots = held_for(&[3]);
        assert_eq!(expected_wait(&slots, &mixed()[..HANDLED_MIN - 1], 0), None);
        assert!(expected_wait(&slots, &mixed()[..HANDLED_MIN], 0).is_some());
    }

    #[test]
    fn so_far_ahead_nothing_can_be_said() {
        assert!(expected_wait(&held_for(&[3]), &mixed(), AHEAD_MAX).is_some());
        assert_eq!(expected_wait(&held_for(&[3]), &mixed(), AHEAD_MAX + 1), None);
    }

    #[test]
    fn where_all_take_ten_minutes_the_wait_can_be_added_up() {
        let wait = expected_wait(&held_for(&[4]), &[10 * MINUTE_MS; 200], 2).unwrap();
        assert!((25 * MINUTE_MS..27 * MINUTE_MS).contains(&wait.p50_ms), "{wait:?}");
    }

    #[test]
    fn with_twice_the_slots_the_queue_goes_twice_as_fast() {
        let (five, ten) = (held_for(&[1, 2, 3, 5, 8]), held_for(&[1, 2, 3, 5, 8, 1, 2, 3, 5, 8]));
        let [five, ten] = [five, ten].map(|slots| expected_wait(&slots, &mixed(), 100).unwrap().p50_ms as f64);
        assert!((1.8..2.3).contains(&(five / ten)), "{five} ms, then {ten} ms");
    }

    #[test]
    fn a_little_later_it_is_a_little_shorter_and_does_not_jump() {
        let [now, later] = [0, 10].map(|passed| {
            let slots: Vec<Slot> = (1..9).map(|n| Slot::Held { for_ms: n * MINUTE_MS + passed * 1_000 }).collect();
            expected_wait(&slots, &mixed(), 5).unwrap().p50_ms as f64
        });
        assert!((0.95..1.01).contains(&(later / now)), "{now} ms, then {later} ms");
    }
}
