//! Faults planted on purpose: each must be seen by the invariant that names it. `clocks` plants those
//! that let somebody wait too long, `offers` those of who is asked.

mod clocks;
mod offers;

use std::{vec, vec::Vec};

use super::{
    HANDOVER,
    search::walk,
    world::{ANA, BEN, Program, Settings},
};
use crate::{
    AssignTo, Control, Effect, How, Input, Member, Outcome, Refusal, Scene, Step, Text, Timestamp, Turn, Unanswered,
    step,
};

type Answer = Result<Step, Refusal>;
type Faulty = fn(&Control, Input, &Scene<'_>, Timestamp) -> Answer;

fn seen_in<const N: usize>(program: &Program, settings: &[Settings]) -> &'static str {
    walk::<N>(program, settings).expect_err("the planted fault is seen").broken.0
}

fn seen(step: Faulty) -> &'static str {
    seen_in::<1>(&Program { step, ..Program::REAL }, &HANDOVER)
}

/// The real step, with its effects changed.
fn edited(answer: Answer, edit: impl FnOnce(&mut Vec<Effect>)) -> Answer {
    answer.map(|mut step| {
        edit(&mut step.effects);
        step
    })
}

#[test]
fn a_stale_answer_that_is_delivered_is_seen() {
    let delivers: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::Answered { .. }, Control::Assistant { turn, answer_by: Some(_) }) => {
            step(control, Input::Answered { turn }, scene, now)
        }
        _ => step(control, input, scene, now),
    };
    assert_eq!(seen(delivers), "never_1_two_parties_answer_in_one_turn");
}

#[test]
fn a_program_that_answers_in_the_turn_of_the_assistant_is_seen() {
    let keeps_the_turn: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        if let (Input::Posted, Ok(Step { control: Control::Assistant { turn, .. }, .. })) = (input, &mut answer) {
            *turn = control.turn();
        }
        answer
    };
    assert_eq!(seen(keeps_the_turn), "never_1_two_parties_answer_in_one_turn");
}

#[test]
fn an_answer_beside_that_of_a_program_is_seen() {
    let leaves_the_question_open: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::Posted, Control::Assistant { .. }) => Ok(Step { control: *control, effects: vec![Effect::Deliver] }),
        _ => step(control, input, scene, now),
    };
    assert_eq!(seen(leaves_the_question_open), "never_1_two_parties_answer_in_one_turn");
}

#[test]
fn an_agent_who_answers_in_the_turn_of_the_assistant_is_seen() {
    let keeps_the_turn: Faulty = |control, input, scene, now| {
        let mut answer = step(control, input, scene, now);
        if let (Input::Claim { .. }, Ok(Step { control: Control::Agent { turn, .. }, .. })) = (input, &mut answer) {
            *turn = control.turn();
        }
        answer
    };
    assert_eq!(seen(keeps_the_turn), "turns_only_grow");
}

#[test]
fn an_answer_that_talks_over_an_agent_is_seen() {
    let delivers: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::Answered { .. }, Control::Agent { .. }) => {
            Ok(Step { control: *control, effects: vec![Effect::Deliver] })
        }
        _ => step(control, input, scene, now),
    };
    assert_eq!(seen(delivers), "never_2_an_ai_message_after_an_agent_has_control");
}

#[test]
fn a_program_that_talks_over_an_agent_is_seen() {
    let delivers: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::Posted, Control::Agent { .. }) => Ok(Step { control: *control, effects: vec![Effect::Deliver] }),
        _ => step(control, input, scene, now),
    };
    assert_eq!(seen(delivers), "never_2_an_ai_message_after_an_agent_has_control");
}

#[test]
fn a_handover_that_ends_without_an_outcome_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        edited(step(control, input, scene, now), |effects| {
            effects.retain(|effect| !matches!(effect, Effect::End { outcome: Outcome::Solved, .. }));
        })
    };
    assert_eq!(seen(forgets), "never_3_a_handover_without_an_outcome_and_without_a_deadline");
}

#[test]
fn a_promise_of_a_person_to_one_who_waits_is_seen() {
    let promises: Faulty = |control, input, scene, now| {
        edited(step(control, input, scene, now), |effects| {
            if effects.contains(&Effect::Say(Text::NobodyAvailable)) {
                effects.push(Effect::Say(Text::Assigned(ANA)));
            }
        })
    };
    assert_eq!(seen(promises), "never_4_a_customer_told_that_a_person_has_joined_when_none_has");
}

#[test]
fn an_offline_agent_assigned_under_online_only_is_seen() {
    let ignores_presence: Faulty = |control, input, scene, now| {
        let mut scene = *scene;
        scene.policy.assign_to = AssignTo::OnlineAndOffline;
        step(control, input, &scene, now)
    };
    assert_eq!(seen(ignores_presence), "never_5_an_assignment_that_the_pool_does_not_allow");
}

#[test]
fn an_assignment_above_capacity_is_seen() {
    let ignores_load: Faulty = |control, input, scene, now| {
        let pool: Vec<Member> = scene.pool.iter().map(|member| Member { load: 0, ..*member }).collect();
        step(control, input, &Scene { pool: &pool, ..*scene }, now)
    };
    let program = Program { step: ignores_load, ..Program::REAL };
    assert_eq!(seen_in::<2>(&program, &HANDOVER), "never_5_an_assignment_that_the_pool_does_not_allow");
}

#[test]
fn a_queue_that_starts_with_the_youngest_is_seen() {
    let program = Program { place_in_queue: |urgent, since| (!urgent, -since.0), ..Program::REAL };
    assert_eq!(seen_in::<2>(&program, &HANDOVER), "never_6_a_waiting_handover_overtaken_by_a_younger_one");
}

#[test]
fn an_answer_that_is_delivered_twice_is_seen() {
    let still_open: Faulty = |control, input, scene, now| {
        let answer = step(control, input, scene, now);
        if matches!(input, Input::Answered { .. }) {
            return answer.map(|step| Step { control: *control, ..step });
        }
        answer
    };
    assert_eq!(seen(still_open), "a_second_delivery_posts_nothing");
}

#[test]
fn a_queue_that_nobody_is_told_of_is_seen() {
    let forgets: Faulty = |control, input, scene, now| {
        edited(step(control, input, scene, now), |effects| {
            effects.retain(|effect| !matches!(effect, Effect::Queue { .. }));
        })
    };
    assert_eq!(seen(forgets), "never_8_a_promise_lives_only_in_memory");
}

#[test]
fn a_claim_that_steals_is_seen() {
    let steals: Faulty = |control, input, scene, now| match (input, *control) {
        (Input::Claim { by }, Control::Agent { handover, since, who, warned, owes_since, until, turn })
            if by != who =>
        {
            let control = Control::Agent { handover, since, who: by, warned, owes_since, until, turn: turn.next() };
            let taken = Effect::Assign { handover, who: by, how: How::Claimed };
            let effects = vec![Effect::Release { who }, taken, Effect::Say(Text::Assigned(by))];
            Ok(Step { control, effects })
        }
        _ => step(control, input, scene, now),
    };
    assert_eq!(seen(steals), "only_the_holder_or_a_supervisor_gives_it_away");
}

#[test]
fn a_conflict_that_names_another_than_the_winner_is_seen() {
    let misnames: Faulty = |control, input, scene, now| match (input, step(control, input, scene, now)) {
        (Input::Claim { by }, Err(Refusal::HeldByAnother { .. })) => Err(Refusal::HeldByAnother { holder: by }),
        (_, answer) => answer,
    };
    assert_eq!(seen(misnames), "a_conflict_names_the_winner");
}

#[test]
fn texts_in_the_wrong_order_are_seen() {
    let swapped: Faulty = |control, input, scene, now| {
        edited(step(control, input, scene, now), |effects| {
            let handover = effects.iter().position(|effect| *effect == Effect::Say(Text::Handover));
            if let Some(at) = handover {
                let text = effects.remove(at);
                effects.push(text);
            }
        })
    };
    assert_eq!(seen(swapped), "the_texts_are_those_of_the_contract");
}

#[test]
fn a_handover_that_begins_twice_is_seen() {
    let again: Faulty = |control, input, scene, now| {
        if let (Input::PersonWanted { .. }, Control::Waiting { turn, .. }) = (input, control) {
            return step(&Control::Assistant { turn: *turn, answer_by: None }, input, scene, now);
        }
        step(control, input, scene, now)
    };
    assert_eq!(seen(again), "a_second_delivery_posts_nothing");
}

#[test]
fn a_rule_that_looks_at_the_value_of_a_turn_is_seen() {
    let counts: Faulty = |control, input, scene, now| {
        if control.turn() > Turn(500) { Err(Refusal::IsClosed) } else { step(control, input, scene, now) }
    };
    assert_eq!(seen(counts), "a_shift_changes_nothing");
}

#[test]
fn an_agent_who_is_free_beside_one_who_waits_is_seen() {
    let ignores_ben: Faulty = |control, input, scene, now| {
        let pool: Vec<Member> = scene.pool.iter().copied().filter(|member| member.id != BEN).collect();
        let pool = if input == Input::AgentAvailable { &pool } else { scene.pool };
        step(control, input, &Scene { pool, ..*scene }, now)
    };
    assert_eq!(seen(ignores_ben), "nobody_waits_beside_a_free_agent");
}

#[test]
fn a_private_dialog_that_is_handed_over_is_seen() {
    let settings = Settings { group: false, unanswered: Unanswered::Handover, ..HANDOVER[0] };
    let ignores_kind: Faulty = |control, input, scene, now| step(control, input, &Scene { group: true, ..*scene }, now);
    let program = Program { step: ignores_kind, ..Program::REAL };
    assert_eq!(seen_in::<1>(&program, &[settings]), "a_private_dialog_is_never_handed_over");
}
