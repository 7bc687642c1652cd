//! What open screens hear as it happens.

mod hello;
mod lagging;
mod listening;
mod resuming;
mod talking;
