//! Planted faults of the clocks: what is owed to the customer, and when something happens by itself.

use std::vec::Vec;

use super::{Faulty, seen};
use crate::{Control, Destination, Input, Step, step};

#[test]
fn a_question_that_a_claim_loses_is_seen() {
    let loses: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        if let (Input::Claim { .. }, Ok(Step { control: Control::Agent { owes_since, .. }, .. })) = (input, &mut answer)
        {
            *owes_since = None;
        }
        answer
    };
    assert_eq!(seen(loses), "never_7_a_message_lost_or_stored_twice");
}

#[test]
fn a_clock_that_starts_with_the_handover_is_seen() {
    let starts_with_it: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        let taken = matches!((control, input), (Control::Waiting { .. }, Input::Claim { .. }));
        if let (true, Ok(Step { control: Control::Agent { owes_since, since, .. }, .. })) = (taken, &mut answer) {
            *owes_since = Some(*since);
        }
        answer
    };
    assert_eq!(seen(starts_with_it), "never_7_a_message_lost_or_stored_twice");
}

#[test]
fn a_pool_that_forgets_what_is_owed_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        let back = matches!(input, Input::Transfer { to: Destination::Pool, .. });
        if let (true, Ok(Step { control: Control::Waiting { owes_since, .. }, .. })) = (back, &mut answer) {
            *owes_since = None;
        }
        answer
    };
    assert_eq!(seen(forgets), "never_7_a_message_lost_or_stored_twice");
}

#[test]
fn a_message_in_the_queue_that_starts_no_clock_is_seen() {
    let overhears: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::CustomerWrote { addressed: false }, Control::Waiting { .. }) => {
            let mut answer = step(control, input, scene, now);
            if let (
                Control::Waiting { owes_since: old, .. },
                Ok(Step { control: Control::Waiting { owes_since, .. }, .. }),
            ) = (control, &mut answer)
            {
                *owes_since = *old;
            }
            answer
        }
        _ => step(control, input, scene, now),
    };
    assert_eq!(seen(overhears), "never_7_a_message_lost_or_stored_twice");
}

#[test]
fn an_agent_who_is_hurried_though_nothing_is_owed_is_seen() {
    let hurries: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        if let Ok(Step { control: Control::Agent { owes_since: None, until, .. }, .. }) = &mut answer {
            *until = now.plus(scene.patience.reply_ms);
        }
        answer
    };
    assert_eq!(seen(hurries), "an_agent_has_the_patience_that_fits_what_is_owed");
}

#[test]
fn a_question_without_a_deadline_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        if let Ok(Step { control: Control::Waiting { until, .. }, .. }) = &mut answer {
            *until = now;
        }
        answer
    };
    assert_eq!(seen(forgets), "never_8_a_promise_lives_only_in_memory");
}

#[test]
fn a_handover_that_never_ends_by_itself_is_seen() {
    let waits_on: Faulty = |control, input, scene, now| {
        let mut later = *control;
        match (input, &mut later) {
            (Input::DeadlinePassed, Control::Agent { owes_since: None, until, .. }) if now >= *until => {
                *until = now.plus(scene.patience.idle_ms);
                Ok(Step { control: later, effects: Vec::new() })
            }
            _ => step(control, input, scene, now),
        }
    };
    assert_eq!(seen(waits_on), "every_handover_can_come_to_an_end");
}
