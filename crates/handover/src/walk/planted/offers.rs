//! Planted faults of offers, of silence, and of what the AI Agent says to one who waits.

use std::vec::Vec;

use super::{Faulty, HANDOVER, edited, seen, seen_in};
use crate::{
    Control, Effect, Input, Member, Outcome, Policy, Scene, Step, step,
    walk::world::{Program, Settings},
};

#[test]
fn an_offer_that_comes_back_to_who_declined_it_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        let pool: Vec<Member> = scene.pool.iter().map(|member| Member { passed: false, ..*member }).collect();
        step(control, input, &Scene { pool: &pool, ..*scene }, now)
    };
    assert_eq!(seen(forgets), "never_5_an_assignment_that_the_pool_does_not_allow");
}

#[test]
fn a_refusal_to_take_it_that_nobody_remembers_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        edited(step(control, input, scene, now), |effects| {
            effects.retain(|effect| !matches!(effect, Effect::Pass { .. }));
        })
    };
    assert_eq!(seen(forgets), "never_8_a_promise_lives_only_in_memory");
}

#[test]
fn an_offer_that_nobody_is_told_of_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        edited(step(control, input, scene, now), |effects| {
            effects.retain(|effect| !matches!(effect, Effect::Offer { .. }));
        })
    };
    assert_eq!(seen(forgets), "never_8_a_promise_lives_only_in_memory");
}

#[test]
fn an_offer_that_is_never_over_is_seen() {
    let waits_on: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        if let Ok(Step { control: Control::Offered { until, .. }, .. }) = &mut answer {
            *until = until.plus(scene.patience.idle_ms);
        }
        answer
    };
    assert_eq!(seen(waits_on), "an_offer_is_open_for_its_time");
}

#[test]
fn a_conversation_taken_from_an_agent_without_a_warning_is_seen() {
    let hurries: Faulty = |control, input, scene, now| {
        let mut hurried = *control;
        if let (Control::Agent { warned, owes_since: Some(_), .. }, Input::DeadlinePassed) = (&mut hurried, input) {
            *warned = true;
        }
        step(&hurried, input, scene, now)
    };
    assert_eq!(seen(hurries), "nobody_is_taken_for_silent_unwarned");
}

#[test]
fn a_question_to_the_assistant_that_nobody_wanted_asked_is_seen() {
    let asks: Faulty = |control, input, scene, now| {
        let policy = Policy { answers_waiting: true, ..scene.policy };
        step(control, input, &Scene { policy, ..*scene }, now)
    };
    assert_eq!(seen(asks), "never_2_an_ai_message_after_an_agent_has_control");
}

#[test]
fn an_answer_that_ends_the_waiting_is_seen() {
    let ends: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::Answered { turn }, Control::Waiting { handover, asked: true, turn: asked, .. }) if asked == turn => {
            let effects = [Effect::Deliver, Effect::End { handover, outcome: Outcome::Returned }];
            Ok(Step { control: Control::Assistant { turn: turn.next(), answer_by: None }, effects: effects.into() })
        }
        _ => step(control, input, scene, now),
    };
    let policy = Policy { answers_waiting: true, ..HANDOVER[0].policy };
    let program = Program { step: ends, ..Program::REAL };
    let settings = [Settings { policy, ..HANDOVER[0] }];
    assert_eq!(seen_in::<1>(&program, &settings), "never_2_an_ai_message_after_an_agent_has_control");
}
