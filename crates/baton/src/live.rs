//! What open screens hear as it happens. Every connection has a bounded queue; one that cannot keep
//! up misses nothing: it is told to read on from the database.

mod connection;
mod hub;

pub use connection::{Connection, Heard, NewConnection};
pub use hub::{Hub, Refused};
