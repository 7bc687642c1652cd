//! The rules of Baton: who may answer a customer now, what may happen next, and who is chosen.
//! Pure values in, pure values out; nothing here reads a clock, a file or chance.
//!
//! Read `control`, `input`, `step` in this order; `scene` is what the rules may look at, `effect`
//! is what must follow, `choose` picks the agent, `wait` says how long it
//! takes, `addressing` whom a message is for, `ending` what came of it all.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod addressing;
mod choose;
mod control;
mod effect;
mod ending;
mod input;
mod reason;
mod scene;
mod step;
mod wait;
#[cfg(test)]
mod walk;

pub use addressing::{WhenToAnswer, is_addressed};
pub use choose::choose;
pub use control::{AgentId, Control, HandoverId, Timestamp, Turn, deadline};
pub use effect::{Effect, How, Refusal, Step, Text};
pub use ending::{ENDING_AT_FIRST, Fact, begins_with, ending_after, ends_with};
pub use input::{Actor, Destination, Input};
pub use reason::{Ending, Outcome, Reason};
pub use scene::{AssignTo, Choice, Hours, Member, OnSilence, Patience, Policy, Scene, Unanswered, WhenNobody};
pub use step::{Plan, plan, step};
pub use wait::{HANDLED_MAX, Slot, Wait, expected_wait};
