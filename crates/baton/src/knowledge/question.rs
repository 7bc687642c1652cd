//! What a customer's message asks, without a model: completed from the conversation, taken apart into
//! its questions, and cleared up by one question back. Knows words, not passages' scores.

mod clarify;
mod clause;
mod follow_up;
mod markers;
mod picked;
mod place;
mod several;
mod slot;
mod spoken;

pub use clarify::choices;
pub use follow_up::{Turn, complete};
pub use picked::picked;
pub use several::split;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;
