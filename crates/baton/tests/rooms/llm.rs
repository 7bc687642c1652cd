//! Does Baton get along with every model provider, and does nothing but the truth come through? Over real HTTP.

mod provider;

mod compatible;
mod faithful;
mod faults;
mod follow_ups;
mod injections;
mod streaming;
