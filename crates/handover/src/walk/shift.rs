//! The rules look at the order of turns and times only, never at their values: everything shifted
//! gives the same step, shifted. This is why the walk may name each turn and each time anew.

use std::vec::Vec;

use super::{seen::Broken, world::Program};
use crate::{Control, Effect, Hours, Input, Member, Refusal, Scene, Step, Timestamp, Turn};

const MS: i64 = 1_000_000;
const TURNS: u64 = 1_000;

pub fn a_shift_changes_nothing(
    (control, input, scene, now): (&Control, Input, &Scene<'_>, Timestamp),
    program: &Program,
    answer: &Result<Step, Refusal>,
) -> Result<(), Broken> {
    let pool: Vec<Member> = scene.pool.iter().map(|m| Member { idle_since: m.idle_since.plus(MS), ..*m }).collect();
    let hours = match scene.hours {
        Hours::Closed { opens: Some(opens) } => Hours::Closed { opens: Some(opens.plus(MS)) },
        Hours::Open | Hours::Closed { opens: None } => scene.hours,
    };
    let scene = Scene { pool: &pool, hours, ..*scene };
    let shifted = (program.step)(&shift(control), shift_input(input), &scene, now.plus(MS));
    let same = match (answer, &shifted) {
        (Ok(step), Ok(other)) => {
            shift(&step.control) == other.control
                && step.effects.len() == other.effects.len()
                && step.effects.iter().zip(&other.effects).all(|(effect, other)| shift_effect(*effect) == *other)
        }
        (Err(refusal), Err(other)) => refusal == other,
        (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
    };
    if same { Ok(()) } else { Err(Broken("a_shift_changes_nothing")) }
}

fn shift_turn(turn: Turn) -> Turn {
    Turn(turn.0 + TURNS)
}

fn shift(control: &Control) -> Control {
    let turn = shift_turn(control.turn());
    match *control {
        Control::Assistant { answer_by, .. } => {
            Control::Assistant { turn, answer_by: answer_by.map(|time| time.plus(MS)) }
        }
        Control::Waiting { handover, since, asked, owes_since, until, .. } => {
            let owes_since = owes_since.map(|time| time.plus(MS));
            Control::Waiting { handover, since: since.plus(MS), asked, owes_since, until: until.plus(MS), turn }
        }
        Control::Offered { handover, since, to, announced, asked, owes_since, until, .. } => {
            let (since, until) = (since.plus(MS), until.plus(MS));
            let owes_since = owes_since.map(|time| time.plus(MS));
            Control::Offered { handover, since, to, announced, asked, owes_since, until, turn }
        }
        Control::Agent { handover, since, who, warned, owes_since, until, .. } => {
            let owes_since = owes_since.map(|time| time.plus(MS));
            Control::Agent { handover, since: since.plus(MS), who, warned, owes_since, until: until.plus(MS), turn }
        }
        Control::Closed { .. } => Control::Closed { turn },
    }
}

fn shift_input(mut input: Input) -> Input {
    if let Input::Answered { turn } | Input::Unknown { turn, .. } = &mut input {
        *turn = shift_turn(*turn);
    }
    input
}

fn shift_effect(mut effect: Effect) -> Effect {
    if let Effect::Ask { turn } = &mut effect {
        *turn = shift_turn(*turn);
    }
    effect
}
