//! The one function that says where control goes: `step(control, input, scene, now)`. What each side may do is in
//! `customer`, `assistant`, `staff` and `clock`; `episode` carries a handover from hand to hand, `nobody` says what
//! happens when there is no hand.

mod assistant;
mod clock;
mod customer;
mod episode;
mod nobody;
mod staff;

use alloc::vec::Vec;

use crate::{Control, Input, Refusal, Scene, Step, Timestamp};

pub use nobody::{Plan, plan};

type Answer = Result<Step, Refusal>;

/// The next control and what must follow, or why nothing may change.
///
/// # Errors
/// A [`Refusal`] when the input is not allowed in this state; the control stays as it is.
pub fn step(control: &Control, input: Input, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match input {
        Input::CustomerWrote { addressed } => Ok(customer::wrote(control, addressed, scene, now)),
        Input::PersonWanted { reason } => customer::wants_person(control, reason, scene, now),
        Input::PersonNotWanted => customer::wants_no_person(control),
        Input::ContactLeft => customer::left_contact(control),
        Input::Answered { turn } => assistant::answered(control, turn),
        Input::Unknown { turn, reason, again } => assistant::unknown(control, turn, (reason, again), scene, now),
        Input::Posted => assistant::posted(control),
        Input::Claim { by } => staff::claim(control, by, scene, now),
        Input::Decline { by } => staff::decline(control, by, scene, now),
        Input::AgentWrote { by } => staff::wrote(control, by, scene, now),
        Input::AgentAvailable => staff::available(control, scene, now),
        Input::Transfer { by, to } => staff::transfer(control, by, to, scene, now),
        Input::Return { by } => staff::give_back(control, by),
        Input::Resolve { by, solved } => staff::resolve(control, by, solved),
        Input::AgentLost { who } => staff::lost(control, who, scene, now),
        Input::DeadlinePassed => clock::deadline_passed(control, scene, now),
    }
}

/// Nothing happens but the change of control.
fn quiet(control: Control) -> Step {
    Step { control, effects: Vec::new() }
}

fn unchanged(control: &Control) -> Step {
    quiet(*control)
}
