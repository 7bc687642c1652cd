//! What holds for every queue.

use alloc::vec::Vec;

use proptest::prelude::*;

use super::{HANDLED_MIN, Slot, expected_wait};

const HOUR_MS: i64 = 3_600_000;

fn slot() -> impl Strategy<Value = Slot> {
    prop_oneof![1 => Just(Slot::Free), 4 => (0..2 * HOUR_MS).prop_map(|for_ms| Slot::Held { for_ms })]
}

fn slots() -> impl Strategy<Value = Vec<Slot>> {
    prop::collection::vec(slot(), 1..12)
}

fn handled() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0..HOUR_MS, HANDLED_MIN..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn more_people_ahead_never_make_it_shorter(slots in slots(), handled in handled(), ahead in 0..30_usize) {
        let (fewer, more) = (expected_wait(&slots, &handled, ahead), expected_wait(&slots, &handled, ahead + 1));
        let (fewer, more) = (fewer.unwrap(), more.unwrap());
        prop_assert!(fewer.p50_ms <= more.p50_ms && fewer.p90_ms <= more.p90_ms, "{fewer:?}, then {more:?}");
    }

    #[test]
    fn another_slot_never_makes_it_longer(slots in slots(), extra in slot(), handled in handled(), ahead in 0..30_usize) {
        let fewer = expected_wait(&slots, &handled, ahead).unwrap();
        let more = expected_wait(&[slots, Vec::from([extra])].concat(), &handled, ahead).unwrap();
        prop_assert!(more.p50_ms <= fewer.p50_ms && more.p90_ms <= fewer.p90_ms, "{fewer:?}, then {more:?}");
    }

    #[test]
    fn half_are_not_later_than_nine_tenths(slots in slots(), handled in handled(), ahead in 0..30_usize) {
        let wait = expected_wait(&slots, &handled, ahead).unwrap();
        prop_assert!(0 <= wait.p50_ms && wait.p50_ms <= wait.p90_ms, "{wait:?}");
    }

    #[test]
    fn the_same_queue_gives_the_same_answer(slots in slots(), handled in handled(), ahead in 0..30_usize) {
        prop_assert_eq!(expected_wait(&slots, &handled, ahead), expected_wait(&slots, &handled, ahead));
    }

    #[test]
    fn any_numbers_at_all_are_survived(
        held in prop::collection::vec(any::<i64>(), 1..5),
        handled in prop::collection::vec(any::<i64>(), HANDLED_MIN..20),
        ahead in 0..5_usize,
    ) {
        let slots: Vec<Slot> = held.into_iter().map(|for_ms| Slot::Held { for_ms }).collect();
        let wait = expected_wait(&slots, &handled, ahead).unwrap();
        prop_assert!(0 <= wait.p50_ms && wait.p50_ms <= wait.p90_ms, "{wait:?}");
    }
}
